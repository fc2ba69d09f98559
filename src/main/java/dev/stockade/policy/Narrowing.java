package dev.stockade.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/**
 * What the policy takes out of the protocols and cipher suites that one side offers or accepts. The
 * reason is put together when asked for: most narrowings of a busy server are the same and are
 * counted, not printed.
 */
public final class Narrowing {
  /** Nothing is taken out. */
  public static final Narrowing NONE =
      new Narrowing(null, Collections.<String>emptyList(), Collections.<String>emptyList(), false);

  private static final int NAMED_SUITES = 3;

  private final String minimum;
  private final List<String> removedProtocols;
  private final List<String> removedSuites;
  private final boolean leavesNothing;

  /** Keeps the lists, which must not be changed afterwards. */
  Narrowing(
      String minimum,
      List<String> removedProtocols,
      List<String> removedSuites,
      boolean leavesNothing) {
    this.minimum = minimum;
    this.removedProtocols = Collections.unmodifiableList(removedProtocols);
    this.removedSuites = Collections.unmodifiableList(removedSuites);
    this.leavesNothing = leavesNothing;
  }

  /** The protocols taken out, in the order of the offer. */
  public List<String> removedProtocols() {
    return removedProtocols;
  }

  /** The cipher suites taken out, by the names and in the order of the offer. */
  public List<String> removedSuites() {
    return removedSuites;
  }

  /** The same without the cipher suites. */
  Narrowing versionsOnly() {
    return new Narrowing(minimum, removedProtocols, Collections.<String>emptyList(), leavesNothing);
  }

  /** Whether nothing is taken out. */
  public boolean isEmpty() {
    return removedProtocols.isEmpty() && removedSuites.isEmpty();
  }

  /** Whether all protocols or all real cipher suites of the offer are taken out. */
  public boolean leavesNothing() {
    return leavesNothing;
  }

  /** The rules that the removed parts offend, in the order of {@link Rule}. */
  public List<Rule> rules() {
    EnumSet<Rule> rules = EnumSet.noneOf(Rule.class);
    if (!removedProtocols.isEmpty()) {
      rules.add(Rule.TLS_MIN_VERSION);
    }
    for (String suite : removedSuites) {
      rules.add(CipherSuites.offendedBy(suite));
    }
    return new ArrayList<>(rules);
  }

  /** What is taken out and why, without a full stop; null when nothing is. */
  public String reason() {
    if (isEmpty()) {
      return null;
    }
    StringBuilder reason = new StringBuilder("the offer holds ");
    if (!removedProtocols.isEmpty()) {
      String below = Protocols.minimumFor(removedProtocols.get(0), minimum);
      reason.append(String.join(", ", removedProtocols)).append(" (below ").append(below);
      reason.append("), ");
    }
    appendSuites(reason, "", " without forward secrecy", Rule.TLS_FORWARD_SECRECY);
    appendSuites(reason, "weak or unlisted ", "", Rule.TLS_CIPHER_STRENGTH);
    reason.setLength(reason.length() - 2);
    return reason.toString();
  }

  private void appendSuites(StringBuilder reason, String before, String after, Rule rule) {
    StringBuilder names = new StringBuilder();
    int count = 0;
    for (String suite : removedSuites) {
      if (CipherSuites.offendedBy(suite) == rule) {
        count++;
        if (count <= NAMED_SUITES) {
          names.append(count == 1 ? "" : ", ").append(suite);
        }
      }
    }
    if (count == 0) {
      return;
    }
    reason.append(count).append(' ').append(before);
    reason.append(count == 1 ? "cipher suite" : "cipher suites").append(after);
    if (count <= NAMED_SUITES) {
      reason.append(" (").append(names).append(')');
    }
    reason.append(", ");
  }
}
