package dev.stockade.policy.tls;

import dev.stockade.policy.rule.Rule;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The things that an exception allows beyond the profile. Immutable. */
public final class Allowance {
  private final String minimum;
  private final Set<String> suites;
  private final Set<Rule> rules;

  /**
   * @param minimum the oldest version by its JSSE name, or null for the profile's
   * @param suites cipher suites by their IANA names that are allowed besides the profile's
   * @param rules what may be offended altogether; {@code forward-secrecy: optional} is {@link
   *     Rule#TLS_FORWARD_SECRECY} in here
   */
  public Allowance(String minimum, Set<String> suites, Set<Rule> rules) {
    this.minimum = minimum;
    this.suites = Collections.unmodifiableSet(new HashSet<>(suites));
    EnumSet<Rule> copy = EnumSet.noneOf(Rule.class);
    copy.addAll(rules);
    this.rules = Collections.unmodifiableSet(copy);
  }

  public String minimum() {
    return minimum;
  }

  public Set<String> suites() {
    return suites;
  }

  public Set<Rule> rules() {
    return rules;
  }

  /** {@code min-version TLSv1.1, rules tls.forward-secrecy}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (minimum != null) {
      text.append("min-version ").append(minimum);
    }
    if (!suites.isEmpty()) {
      text.append(text.length() == 0 ? "suites " : ", suites ");
      text.append(String.join(" ", new TreeSet<>(suites)));
    }
    String before = text.length() == 0 ? "rules " : ", rules ";
    for (Rule rule : rules) {
      text.append(before).append(rule.id());
      before = " ";
    }
    return text.toString();
  }
}
