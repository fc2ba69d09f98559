package dev.stockade.aws;

/** Scaffold. */
public final class Endpoints {
  private Endpoints() {}

  public static Endpoint of(String authority) {
    String host = authority.replaceAll(":\\d+$", "");
    if (!host.endsWith(".amazonaws.com")) {
      return null;
    }
    String service = host.contains("s3") ? "s3" : host.substring(0, host.indexOf('.'));
    return new Endpoint(Endpoint.Kind.API, "aws", service, null, service, service.equals("s3"));
  }
}
