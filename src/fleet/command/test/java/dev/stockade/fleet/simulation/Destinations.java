package dev.stockade.fleet.simulation;

import java.util.SplittableRandom;

/** Makes destinations: most are strong, some old, a few weak. */
final class Destinations {
  private static final String[] PURPOSES = {"db", "cache", "queue", "auth"};
  private static final int[] PORTS = {5432, 6380, 9093, 443};
  private static final String[] WEAK_REASONS = {
    "server chose TLS_RSA_WITH_AES_128_GCM_SHA256, which has no forward secrecy",
    "server chose TLSv1.1, profile aws-outposts needs TLSv1.2 or newer",
  };

  private Destinations() {}

  static Destination shared(int i, SplittableRandom random) {
    String host = i % 3 == 0 ? "mail" + i + ".partner.example" : "shared" + i + ".corp.example";
    return i % 6 == 5 ? weak(host, 8443, 0, random) : strong(host, 443, i, random);
  }

  static Destination own(String service, int i, SplittableRandom random) {
    return strong(PURPOSES[i] + "." + service + ".internal", PORTS[i], i, random);
  }

  static Destination weak(String service, int i, SplittableRandom random) {
    return weak("legacy." + service + ".internal", 1433, i / 4 % 2, random);
  }

  private static Destination strong(String host, int port, int i, SplittableRandom random) {
    boolean tls12 = i % 4 == 3;
    return new Destination(
        host,
        ip(random),
        port,
        tls12 ? "TLSv1.2" : "TLSv1.3",
        tls12 ? "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384" : "TLS_AES_256_GCM_SHA384",
        tls12 ? "secp256r1" : i % 4 == 0 ? "X25519MLKEM768" : "x25519",
        null,
        null,
        random.nextLong());
  }

  private static Destination weak(String host, int port, int how, SplittableRandom random) {
    return new Destination(
        host,
        ip(random),
        port,
        how == 0 ? "TLSv1.2" : "TLSv1.1",
        how == 0 ? "TLS_RSA_WITH_AES_128_GCM_SHA256" : "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
        how == 0 ? null : "secp256r1",
        how == 0 ? "tls.forward-secrecy" : "tls.min-version",
        WEAK_REASONS[how],
        random.nextLong());
  }

  private static String ip(SplittableRandom random) {
    return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255);
  }
}
