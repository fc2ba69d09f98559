package dev.stockade.aws.endpoint;

/** An AWS host name, understood. Parts that the name alone does not show are null. */
public final class Endpoint {
  /** The kind of service that answers at a host. */
  public enum Kind {
    /** The API of a known service: requests are signed. */
    API,
    /**
     * An AWS host that is no signed API, such as a load balancer or a static web site, that takes
     * other proofs beside signatures, or that is not recognised: then {@link #service} is null.
     */
    OTHER,
    /** Instance metadata, IMDS. */
    METADATA,
    /** Credentials for ECS tasks and EKS pods. */
    CREDENTIALS
  }

  private final Kind kind;
  private final String partition;
  private final String service;
  private final String region;
  private final String signingName;
  private final boolean s3;
  private final boolean bucketInHost;

  public Endpoint(
      Kind kind, String partition, String service, String region, String signingName, boolean s3) {
    this(kind, partition, service, region, signingName, s3, false);
  }

  Endpoint(
      Kind kind,
      String partition,
      String service,
      String region,
      String signingName,
      boolean s3,
      boolean bucketInHost) {
    this.kind = kind;
    this.partition = partition;
    this.service = service;
    this.region = region;
    this.signingName = signingName;
    this.s3 = s3;
    this.bucketInHost = bucketInHost;
  }

  /**
   * What a caller knows of a host where its name shows less.
   *
   * @param known what the name shows; null for a host that is not one of AWS
   * @param region null for what the name shows, like the service
   */
  public static Endpoint said(Endpoint known, String region, String signingName) {
    if (known == null) {
      return new Endpoint(Kind.OTHER, null, null, region, signingName, "s3".equals(signingName));
    }
    return new Endpoint(
        known.kind,
        known.partition,
        known.service,
        region == null ? known.region : region,
        signingName == null ? known.signingName : signingName,
        known.s3,
        known.bucketInHost);
  }

  public Kind kind() {
    return kind;
  }

  /** Such as {@code aws-us-gov}; null for link-local addresses. */
  public String partition() {
    return partition;
  }

  /** The service part of the name, such as {@code email}; null when not recognised. */
  public String service() {
    return service;
  }

  /** The region that requests are signed for; null when the name does not show it. */
  public String region() {
    return region;
  }

  /** The service that requests are signed for, such as {@code ses}; null when ambiguous. */
  public String signingName() {
    return signingName;
  }

  /** Whether it is of the S3 family, which canonicalises paths in its own way. */
  public boolean isS3() {
    return s3;
  }

  /** Whether the name of an S3 bucket or access point is in the host, so not in the path. */
  public boolean isBucketInHost() {
    return bucketInHost;
  }
}
