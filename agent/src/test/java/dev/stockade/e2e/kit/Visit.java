package dev.stockade.e2e.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * One visit of a client: its own line, and below it the protocol and the cipher that openssl named
 * on the page it answered.
 */
public record Visit(String line, String opensslProtocol, String opensslCipher) {
  /** All visits of a program, in their order. */
  public static List<Visit> in(Outcome outcome) {
    List<Visit> visits = new ArrayList<>();
    for (String line : outcome.out()) {
      if (line.startsWith("| ") && !visits.isEmpty()) {
        Visit last = visits.remove(visits.size() - 1);
        visits.add(last.withFact(line.substring(2)));
      } else if (line.contains(" ok ") || line.contains(" failed ")) {
        visits.add(new Visit(line, null, null));
      }
    }
    return visits;
  }

  private Visit withFact(String fact) {
    String value = fact.substring(fact.indexOf(':') + 1).trim();
    return fact.startsWith("Protocol")
        ? new Visit(line, value, opensslCipher)
        : new Visit(line, opensslProtocol, value);
  }

  public boolean succeeded() {
    return line.contains(" ok ");
  }

  /** Whether openssl saw at least TLS 1.2 and an ephemeral key exchange with a certificate. */
  public boolean isStrong() {
    return succeeded()
        && List.of("TLSv1.2", "TLSv1.3").contains(opensslProtocol)
        && (opensslCipher.startsWith("TLS_")
            || opensslCipher.startsWith("ECDHE-")
            || opensslCipher.startsWith("DHE-"))
        && !opensslCipher.contains("NULL");
  }
}
