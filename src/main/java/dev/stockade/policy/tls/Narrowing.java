package dev.stockade.policy.tls;

import dev.stockade.policy.rule.Reason;
import dev.stockade.policy.rule.Reasons;
import dev.stockade.policy.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/**
 * The protocols, cipher suites and groups that the policy takes out of what one side offers or
 * accepts. The reason is put together when asked for: most narrowings of a busy server are the same
 * and are counted, not printed.
 */
public final class Narrowing implements Reasons {
  private static final List<String> NOTHING = Collections.emptyList();

  /** Nothing is taken out. */
  public static final Narrowing NONE =
      new Narrowing(null, NOTHING, NOTHING, NOTHING, NOTHING, false);

  private static final int MAX_NAMED = 3;
  private static final String OFFER = "the offer holds ";

  /** Those that an offer can offend, in the order of {@link Rule}. */
  private static final Rule[] RULES = {
    Rule.TLS_MIN_VERSION, Rule.TLS_FORWARD_SECRECY, Rule.TLS_CIPHER_STRENGTH, Rule.TLS_GROUP
  };

  private final String minimum;
  private final List<String> keptProtocols;
  private final List<String> removedProtocols;
  private final List<String> removedSuites;
  private final List<String> removedGroups;
  private final boolean leavesNothing;

  /** Keeps the lists, which must not be changed afterwards. */
  Narrowing(
      String minimum,
      List<String> keptProtocols,
      List<String> removedProtocols,
      List<String> removedSuites,
      List<String> removedGroups,
      boolean leavesNothing) {
    this.minimum = minimum;
    this.keptProtocols = Collections.unmodifiableList(keptProtocols);
    this.removedProtocols = Collections.unmodifiableList(removedProtocols);
    this.removedSuites = Collections.unmodifiableList(removedSuites);
    this.removedGroups = Collections.unmodifiableList(removedGroups);
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

  /** The groups taken out, by the names and in the order of the offer. */
  public List<String> removedGroups() {
    return removedGroups;
  }

  /** Whether a part of the offer, by its name there, is taken out. */
  public boolean removes(String name) {
    return removedProtocols.contains(name)
        || removedSuites.contains(name)
        || removedGroups.contains(name);
  }

  /** Of what is taken out only the versions. */
  Narrowing versionsOnly() {
    return with(removedProtocols, NOTHING, NOTHING);
  }

  /** Of what is taken out only the groups. */
  Narrowing groupsOnly() {
    return with(NOTHING, NOTHING, removedGroups);
  }

  /** All that is taken out but the versions. */
  Narrowing withoutVersions() {
    return with(NOTHING, removedSuites, removedGroups);
  }

  /** Only the cipher suites that a peer with high demands may want, and the groups. */
  Narrowing strongOnly() {
    List<String> strong = new ArrayList<>();
    for (String suite : removedSuites) {
      if (CipherSuites.isForwardSecret(suite) && !CipherSuites.isWeak(suite)) {
        strong.add(suite);
      }
    }
    return with(NOTHING, strong, removedGroups);
  }

  /** The same without the cipher suites that no version of the offer could have used. */
  public Narrowing usable() {
    List<String> versions = new ArrayList<>(keptProtocols);
    versions.addAll(removedProtocols);
    List<String> usable = new ArrayList<>();
    for (String suite : removedSuites) {
      if (versions.isEmpty() || isOfAny(versions, suite)) {
        usable.add(suite);
      }
    }
    return usable.size() == removedSuites.size()
        ? this
        : with(removedProtocols, usable, removedGroups);
  }

  private static boolean isOfAny(List<String> versions, String suite) {
    for (String version : versions) {
      if (CipherSuites.isOf(suite, version)) {
        return true;
      }
    }
    return false;
  }

  private Narrowing with(List<String> protocols, List<String> suites, List<String> groups) {
    return new Narrowing(minimum, keptProtocols, protocols, suites, groups, leavesNothing);
  }

  /** Whether the newest version there is was left in the offer. */
  boolean keepsNewest() {
    return keptProtocols.contains("TLSv1.3") || keptProtocols.contains("DTLSv1.3");
  }

  /** Whether nothing is taken out. */
  public boolean isEmpty() {
    return removedProtocols.isEmpty() && removedSuites.isEmpty() && removedGroups.isEmpty();
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
    if (!removedGroups.isEmpty()) {
      rules.add(Rule.TLS_GROUP);
    }
    return new ArrayList<>(rules);
  }

  /** What is taken out and why, without a full stop; null when nothing is. */
  public String reason() {
    return isEmpty() ? null : appendAll(new StringBuilder(OFFER)).toString();
  }

  /** The same rule by rule. */
  @Override
  public List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>();
    for (Rule rule : rules()) {
      reasons.add(new Reason(rule, append(new StringBuilder(OFFER), rule).toString()));
    }
    return reasons;
  }

  /** What is taken out, such as {@code TLSv1.1 (below TLSv1.2)}; not for where nothing is. */
  String parts() {
    return appendAll(new StringBuilder()).toString();
  }

  private StringBuilder appendAll(StringBuilder out) {
    int before = out.length();
    for (Rule rule : RULES) {
      int begin = out.length();
      append(out, rule);
      if (begin > before && out.length() > begin) {
        out.insert(begin, ", ");
      }
    }
    return out;
  }

  private StringBuilder append(StringBuilder out, Rule rule) {
    if (rule == Rule.TLS_MIN_VERSION) {
      return appendVersions(out);
    }
    if (rule == Rule.TLS_GROUP) {
      return appendNames(out, removedGroups, "unlisted group", "");
    }
    return rule == Rule.TLS_FORWARD_SECRECY
        ? appendSuites(out, "", " without forward secrecy", rule)
        : appendSuites(out, "weak or unlisted ", "", rule);
  }

  private StringBuilder appendVersions(StringBuilder out) {
    if (removedProtocols.isEmpty()) {
      return out;
    }
    String below = Protocols.minimumFor(removedProtocols.get(0), minimum);
    out.append(String.join(", ", removedProtocols)).append(" (below ").append(below);
    return out.append(')');
  }

  private StringBuilder appendSuites(StringBuilder out, String before, String after, Rule rule) {
    List<String> suites = new ArrayList<>();
    for (String suite : removedSuites) {
      if (CipherSuites.offendedBy(suite) == rule) {
        suites.add(suite);
      }
    }
    return appendNames(out, suites, before + "cipher suite", after);
  }

  private static StringBuilder appendNames(
      StringBuilder out, List<String> names, String noun, String after) {
    if (names.isEmpty()) {
      return out;
    }
    out.append(names.size()).append(' ').append(noun);
    out.append(names.size() == 1 ? "" : "s").append(after);
    if (names.size() <= MAX_NAMED) {
      out.append(" (").append(String.join(", ", names)).append(')');
    }
    return out;
  }
}
