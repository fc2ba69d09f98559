package dev.stockade.cli.attach;

import dev.stockade.policy.tls.CipherSuites;
import java.util.Map;

/**
 * Predicts from a JVM's system properties alone what Stockade would find in its TLS defaults. The
 * application may configure otherwise: only an audit sees that.
 */
public final class Prediction {
  private static final String[] SIDES = {"client", "server"};

  private Prediction() {}

  /**
   * One sentence.
   *
   * @param properties of the JVM
   * @param own how many such suites this very runtime enables; used when it is the same JDK
   */
  public static String of(Map<String, String> properties, OwnSuites own) {
    String file = properties.get("java.security.properties");
    if (file != null) {
      return "unknown: " + file + " changes its security properties";
    }
    StringBuilder text = new StringBuilder();
    for (String side : SIDES) {
      String suites = properties.get("jdk.tls." + side + ".cipherSuites");
      String protocols = properties.get("jdk.tls." + side + ".protocols");
      if (onlyTls13(protocols)) {
        add(text, "as " + side + " only TLS 1.3, which is always forward secret");
      } else if (suites != null) {
        add(text, "as " + side + " " + named(suites) + " set by jdk.tls." + side + ".cipherSuites");
      } else {
        add(text, (protocols == null ? "" : "as " + side + " ") + defaults(properties, own));
      }
      String old = oldOnes(protocols);
      if (!old.isEmpty()) {
        add(text, old + " set by jdk.tls." + side + ".protocols");
      }
    }
    String https = oldOnes(properties.get("https.protocols"));
    if (!https.isEmpty()) {
      add(text, https + " set by https.protocols");
    }
    return text.toString();
  }

  /** Both sides have the same defaults: they are named once. */
  private static void add(StringBuilder text, String part) {
    if (text.indexOf(part) < 0) {
      text.append(text.length() == 0 ? "" : "; ").append(part);
    }
  }

  private static String defaults(Map<String, String> properties, OwnSuites own) {
    if (own.areOf(properties)) {
      return own.count() + " non-forward-secret suites enabled";
    }
    DefaultSuites suites = DefaultSuites.of(properties.get("java.version"));
    if (suites == null) {
      return "unknown which suites JDK " + properties.get("java.version") + " enables";
    }
    return suites.least() == suites.most()
        ? suites.most() + " non-forward-secret suites enabled by default"
        : "unknown, at most "
            + suites.most()
            + " non-forward-secret suites enabled by default (it depends on the vendor of "
            + properties.get("java.version")
            + "; this command knows when it runs on the same JDK)";
  }

  private static String named(String suites) {
    int weak = 0;
    for (String suite : suites.replace("\"", "").split(",", 0)) {
      if (!suite.trim().isEmpty() && !CipherSuites.isForwardSecret(suite.trim())) {
        weak++;
      }
    }
    return weak + " non-forward-secret suites";
  }

  private static boolean onlyTls13(String protocols) {
    return protocols != null && protocols.replace("\"", "").trim().equals("TLSv1.3");
  }

  private static String oldOnes(String protocols) {
    StringBuilder old = new StringBuilder();
    for (String protocol : protocols == null ? new String[0] : protocols.split("[,\" ]+", 0)) {
      if (protocol.equals("TLSv1") || protocol.equals("TLSv1.1") || protocol.startsWith("SSLv")) {
        old.append(old.length() == 0 ? "" : ", ").append(protocol);
      }
    }
    return old.toString();
  }
}
