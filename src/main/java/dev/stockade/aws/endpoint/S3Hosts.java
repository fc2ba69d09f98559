package dev.stockade.aws.endpoint;

/**
 * Host names of the S3 family, where a bucket or access point may stand before the service.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html">Virtual
 *     hosting of buckets</a>
 */
final class S3Hosts {
  private static final String EXPRESS = "s3express";
  private static final String WEBSITE = "s3-website";

  private S3Hosts() {}

  /**
   * The endpoint whose service part is the label before {@code end}, or null when that is not S3.
   *
   * @param region null when no label says it
   */
  static Endpoint of(String[] labels, int end, String partition, String region) {
    if (end == 0 || !labels[end - 1].startsWith("s3")) {
      return null;
    }
    String part = HostLabels.withoutFips(labels[end - 1]);
    boolean named = end > 1;
    switch (part) {
      case "s3":
        return object(part, partition, region, named);
      case "s3-external-1":
        return object("s3", partition, "us-east-1", named);
      case "s3-accesspoint":
      case "s3-accelerate":
        return object(part, partition, region, true);
      case "s3-global":
        return object(part, partition, null, true);
      case "s3-control":
        return s3(part, partition, region, "s3", false);
      case "s3-outposts":
      case "s3-object-lambda":
        return s3(part, partition, region, part, named);
      case "s3express-control":
        return s3(part, partition, region, EXPRESS, false);
      case WEBSITE:
        return new Endpoint(Endpoint.Kind.OTHER, partition, part, region, null, false, named);
      default:
        return withMore(part, partition, region, named);
    }
  }

  /**
   * {@code [name.]bucket|accesspoint|control.vpce-ID.s3.region.vpce}.
   *
   * @param id index of the label {@code vpce-ID}
   */
  static Endpoint ofPrivateLink(String[] labels, int id, String partition, String region) {
    String what = id == 0 ? "" : labels[id - 1];
    switch (what) {
      case "control":
        return s3("s3-control", partition, region, "s3", false);
      case "accesspoint":
        return object("s3-accesspoint", partition, region, true);
      case "bucket":
        return object("s3", partition, region, id > 1);
      default:
        return object("s3", partition, region, id > 0);
    }
  }

  /** {@code s3express-ZONE.region}, and of old {@code s3-REGION}, {@code s3-website-REGION}. */
  private static Endpoint withMore(String part, String partition, String region, boolean named) {
    if (part.startsWith(EXPRESS + "-") && region != null) {
      return s3(EXPRESS, partition, region, EXPRESS, named);
    }
    if (region != null || !part.startsWith("s3-")) {
      return null;
    }
    boolean website = part.startsWith(WEBSITE + "-");
    String end = part.substring(website ? WEBSITE.length() + 1 : "s3-".length());
    String old = HostLabels.withoutFips(end);
    Partition home = EndpointTable.FACTS.ofRegion(old, partition);
    if (home == null) {
      return null;
    }
    return website
        ? new Endpoint(Endpoint.Kind.OTHER, home.id(), WEBSITE, old, null, false, named)
        : object("s3", home.id(), old, named);
  }

  private static Endpoint object(
      String service, String partition, String region, boolean bucketInHost) {
    return s3(service, partition, region, "s3", bucketInHost);
  }

  private static Endpoint s3(
      String service, String partition, String region, String signingName, boolean bucketInHost) {
    return new Endpoint(
        Endpoint.Kind.API, partition, service, region, signingName, true, bucketInHost);
  }
}
