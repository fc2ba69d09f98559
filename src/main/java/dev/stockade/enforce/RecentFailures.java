package dev.stockade.enforce;

import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.TlsFacts;
import java.util.Arrays;

/**
 * Sockets whose handshakes failed lately, by both ends: a provider's socket may pass its work on to
 * another one, and one failure is reported once.
 */
final class RecentFailures {
  private static final int KEPT = 32;

  private final String[] ends = new String[KEPT];
  private int next;

  /** Does nothing for an engine, whose ends are unknown. */
  synchronized void add(TlsFacts facts) {
    if (facts.localPort() != 0) {
      ends[next] = ends(facts);
      next = (next + 1) % KEPT;
    }
  }

  synchronized boolean has(TlsFacts facts) {
    return Arrays.asList(ends).contains(ends(facts));
  }

  /** A socket over a proxy may name the target or the proxy, but has one local port. */
  private static String ends(TlsFacts facts) {
    return facts.direction() == Direction.OUT
        ? "out " + facts.localPort()
        : facts.localPort() + " " + facts.ip() + " " + facts.port();
  }
}
