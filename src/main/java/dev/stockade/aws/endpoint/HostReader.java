package dev.stockade.aws.endpoint;

/**
 * Reads a host name below a suffix of AWS from its right end: region, service, customer's names.
 */
final class HostReader {
  private static final EndpointTable FACTS = EndpointTable.FACTS;

  private final AwsSuffix suffix;
  private final String[] labels;
  private int end;
  private String partition;
  private String region;

  private HostReader(AwsSuffix suffix, String[] labels) {
    this.suffix = suffix;
    this.labels = labels;
    end = labels.length;
    partition = suffix.partition();
  }

  /** The endpoint of a host name that ends with that suffix, null when it is no name of a host. */
  static Endpoint read(String authority, int end, AwsSuffix suffix) {
    String[] labels = HostLabels.of(authority, end - suffix.name().length() - 1);
    return labels == null ? null : new HostReader(suffix, labels).read();
  }

  private Endpoint read() {
    if (isLast("vpce")) {
      return privateLink();
    }
    takeRegion();
    if (isLast("dualstack")) {
      end--;
    }
    Endpoint s3 = S3Hosts.of(labels, end, partition, region);
    if (s3 != null) {
      return s3;
    }
    String part = HostLabels.join(labels, 0, end);
    if (region == null) {
      Endpoint global = FACTS.global(part, partition);
      return global != null ? global : other(suffix.service());
    }
    HostPart known = FACTS.regional(part);
    return known != null ? known.endpoint(partition, region) : other(suffix.service());
  }

  /** {@code service.region}, {@code region.service}, {@code service.us-gov}, service.global. */
  private void takeRegion() {
    if (isRegion(end - 1)) {
      end--;
    } else if (end > 1 && FACTS.mayFollowRegion(labels[end - 1]) && isRegion(end - 2)) {
      labels[end - 2] = labels[end - 1];
      end--;
    } else if (isLast("us-gov")) {
      partition = "aws-us-gov";
      end--;
      end -= isRegion(end - 1) ? 1 : 0;
    } else if (isLast("global")) {
      end--;
    }
  }

  /**
   * {@code vpce-ID.service.region.vpce}; a vpce-svc is a service that is not AWS's.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html">AWS
   *     PrivateLink</a>
   */
  private Endpoint privateLink() {
    end--;
    end -= isRegion(end - 1) ? 1 : 0;
    int id = end - 1;
    while (id >= 0 && !isEndpointId(labels[id])) {
      id--;
    }
    if (id < 0 || region == null) {
      return other(null);
    }
    String part = HostLabels.join(labels, id + 1, end);
    if (part.startsWith("vpce-svc-")) {
      return other("vpce-svc");
    }
    if (part.equals("s3")) {
      return S3Hosts.ofPrivateLink(labels, id, partition, region);
    }
    HostPart known = FACTS.regional(part);
    return known != null ? known.endpoint(partition, region) : other(null);
  }

  private static boolean isEndpointId(String label) {
    return label.startsWith("vpce-") && !label.startsWith("vpce-svc-");
  }

  private Endpoint other(String service) {
    return new Endpoint(
        Endpoint.Kind.OTHER,
        partition,
        service,
        region,
        "signin".equals(service) ? service : null,
        false);
  }

  /** Whether the label is a region; then it is remembered. */
  private boolean isRegion(int index) {
    Partition found = index < 0 ? null : FACTS.ofRegion(labels[index], suffix.partition());
    if (found == null) {
      return false;
    }
    region = labels[index];
    partition = found.id();
    return true;
  }

  private boolean isLast(String label) {
    return end > 0 && labels[end - 1].equals(label);
  }
}
