package dev.stockade.aws.endpoint;

/** A part of a host name, with what it reveals of the service behind it. */
final class HostPart {
  private final Endpoint.Kind kind;
  private final String service;
  private final String signingName;
  private final boolean regionTells;

  HostPart(Endpoint.Kind kind, String service, String signingName) {
    this(kind, service, signingName, true);
  }

  /**
   * @param regionTells whether the region in the host is that of the signature
   */
  HostPart(Endpoint.Kind kind, String service, String signingName, boolean regionTells) {
    this.kind = kind;
    this.service = service;
    this.signingName = signingName;
    this.regionTells = regionTells;
  }

  Endpoint endpoint(String partition, String region) {
    return new Endpoint(kind, partition, service, regionTells ? region : null, signingName, false);
  }
}
