package dev.stockade.aws.endpoint;

import dev.stockade.aws.text.Ascii;

/**
 * The domains below which AWS has hosts. Nearly every host of nearly every program is none of them,
 * so the last six characters decide before anything is read or allocated.
 */
final class AwsSuffix {
  private static final int TAIL = 6;
  private static final AwsSuffix[] ALL = {
    new AwsSuffix("amazonaws.com", "aws", null),
    new AwsSuffix("api.aws", "aws", null),
    new AwsSuffix("on.aws", "aws", null),
    new AwsSuffix("amazonaws.com.cn", "aws-cn", null),
    new AwsSuffix("api.amazonwebservices.com.cn", "aws-cn", null),
    new AwsSuffix("signin.amazonaws.cn", "aws-cn", "signin"),
    new AwsSuffix("amazonaws.cn", "aws-cn", null),
    new AwsSuffix("amazonaws.eu", "aws-eusc", null),
    new AwsSuffix("api.amazonwebservices.eu", "aws-eusc", null),
    new AwsSuffix("c2s.ic.gov", "aws-iso", null),
    new AwsSuffix("api.aws.ic.gov", "aws-iso", null),
    new AwsSuffix("signin.c2shome.ic.gov", "aws-iso", "signin"),
    new AwsSuffix("sc2s.sgov.gov", "aws-iso-b", null),
    new AwsSuffix("api.aws.scloud", "aws-iso-b", null),
    new AwsSuffix("signin.sc2shome.sgov.gov", "aws-iso-b", "signin"),
    new AwsSuffix("cloud.adc-e.uk", "aws-iso-e", null),
    new AwsSuffix("api.cloud-aws.adc-e.uk", "aws-iso-e", null),
    new AwsSuffix("csp.hci.ic.gov", "aws-iso-f", null),
    new AwsSuffix("api.aws.hci.ic.gov", "aws-iso-f", null),
    new AwsSuffix("signin.amazonaws-us-gov.com", "aws-us-gov", "signin"),
    new AwsSuffix("amazonaws-us-gov.com", "aws-us-gov", null),
    new AwsSuffix("signin.aws.amazon.com", "aws", "signin"),
    new AwsSuffix("signin.aws", "aws", "signin"),
    new AwsSuffix("amazoncognito.com", "aws", "amazoncognito"),
    new AwsSuffix("cloudfront.net", "aws", "cloudfront.net"),
    new AwsSuffix("awsapps.com", "aws", "awsapps"),
    new AwsSuffix("sagemaker.aws", "aws", "sagemaker.aws"),
    new AwsSuffix("compute.internal", "aws", "compute"),
    new AwsSuffix("elasticbeanstalk.com", "aws", "elasticbeanstalk.com"),
    new AwsSuffix("awsapprunner.com", "aws", "awsapprunner"),
    new AwsSuffix("amplifyapp.com", "aws", "amplifyapp"),
    new AwsSuffix("awsglobalaccelerator.com", "aws", "awsglobalaccelerator"),
    new AwsSuffix("amazonlightsail.com", "aws", "amazonlightsail"),
  };

  /** The tails once more, side by side, as all of them are compared for most hosts. */
  private static final long[] TAILS = new long[ALL.length];

  static {
    for (int i = 0; i < ALL.length; i++) {
      TAILS[i] = tail(ALL[i].name, ALL[i].name.length());
    }
  }

  private final String name;
  private final String partition;
  private final String service;

  private AwsSuffix(String name, String partition, String service) {
    this.name = name;
    this.partition = partition;
    this.service = service;
  }

  /**
   * The suffix of the host name that ends at {@code end}, in any case, or null. A suffix that ends
   * with another one stands before it.
   */
  static AwsSuffix of(String text, int end) {
    if (end < TAIL) {
      return null;
    }
    long tail = tail(text, end);
    for (int i = 0; i < TAILS.length; i++) {
      if (TAILS[i] == tail && ALL[i].ends(text, end)) {
        return ALL[i];
      }
    }
    return null;
  }

  String name() {
    return name;
  }

  /** Where one suffix serves two partitions, the one whose regions do not say otherwise. */
  String partition() {
    return partition;
  }

  /** What every host below is, unless its name says more; null where there are APIs below. */
  String service() {
    return service;
  }

  private boolean ends(String text, int end) {
    int start = end - name.length();
    if (start < 0 || (start > 0 && text.charAt(start - 1) != '.')) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (Ascii.lower(text.charAt(start + i)) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static long tail(String text, int end) {
    long tail = 0;
    for (int i = end - TAIL; i < end; i++) {
      tail = tail << 8 | (text.charAt(i) | 0x20);
    }
    return tail;
  }
}
