package dev.stockade.policy.tls;

/** The order of protocol versions by their JSSE names, DTLS beside the TLS it is built on. */
public final class Protocols {
  /** The hello in SSL 2.0's form that JSSE lists among the versions. No connection can be this. */
  static final String SSL2_HELLO = "SSLv2Hello";

  static final int UNKNOWN = -1;

  private Protocols() {}

  /** Whether one version is older than another; false where one of them is not known. */
  public static boolean isOlder(String version, String other) {
    int rank = rank(version);
    return rank != UNKNOWN && rank < rank(other);
  }

  /** A number that grows with the version, or {@link #UNKNOWN}. */
  static int rank(String name) {
    switch (name) {
      case SSL2_HELLO:
        return 2;
      case "SSLv3":
        return 3;
      case "TLSv1":
        return 10;
      case "TLSv1.1":
      case "DTLSv1.0":
        return 11;
      case "TLSv1.2":
      case "DTLSv1.2":
        return 12;
      case "TLSv1.3":
      case "DTLSv1.3":
        return 13;
      default:
        return UNKNOWN;
    }
  }

  /** The minimum, a TLS version, in the family that {@code chosen} belongs to. */
  static String minimumFor(String chosen, String minimum) {
    return chosen.startsWith("DTLS") ? "D" + minimum : minimum;
  }
}
