package dev.stockade.cli.profile;

import dev.stockade.policy.clause.Clauses;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Reason;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.policy.tls.TlsPolicy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a profile makes of all that one side accepts or offers. */
final class ProfileVerdict {
  /** All of it is within the profile. */
  static final String WITHIN = "within";

  /** It is more than the profile allows; what enforces the profile still agrees with it. */
  static final String EXCEEDS = "exceeds";

  /** Nothing of it is within the profile. */
  static final String OUTSIDE = "outside";

  private final Profile profile;
  private final TlsPolicy policy;
  private final long now;

  /** What offends each rule, by name. */
  private final Map<Rule, Set<String>> offences = new EnumMap<>(Rule.class);

  private final Set<String> notes = new LinkedHashSet<>();
  private final int total;
  private final boolean needsGroups;
  private int allowed;

  /** Of those the ones that need a group. */
  private int allowedWithGroup;

  private int allowedGroups;

  /**
   * @param now milliseconds since the epoch, for what ends
   */
  ProfileVerdict(Profile profile, Agreements side, long now) {
    this.profile = profile;
    this.policy = new TlsPolicy(profile);
    this.now = now;
    this.total = side.suites.size();
    this.needsGroups = !side.groups.isEmpty();
    side.suites.forEach(this::takeSuite);
    for (TlsFacts group : side.groups) {
      allowedGroups += judge(group).verdict().compareTo(Verdict.WARN) < 0 ? 1 : 0;
    }
    side.certificates.forEach(this::judge);
    if (profile.cbcNeedsEncryptThenMac()) {
      for (String suite : side.bareCbc) {
        if (policy.allowsSuite(suite)) {
          offence(Rule.TLS_CIPHER_STRENGTH, suite + " without encrypt-then-MAC");
        }
      }
    }
    String recommended = profile.recommended();
    if (recommended != null
        && side.suites.stream().noneMatch(facts -> facts.version().equals(recommended))) {
      notes.add(recommended + " is recommended, and is not there");
    }
  }

  private void takeSuite(TlsFacts facts) {
    if (judge(facts).verdict() != Verdict.VIOLATION) {
      allowed++;
      boolean withGroup = !facts.cipher().contains("_WITH_") || facts.cipher().contains("_ECDHE_");
      allowedWithGroup += withGroup ? 1 : 0;
    }
  }

  private Finding judge(TlsFacts facts) {
    Finding finding = policy.judge(facts, now);
    for (Reason reason : finding.reasons()) {
      if (finding.verdict().compareTo(Verdict.WARN) < 0) {
        notes.add(reason.text());
      } else if (reason.rule() != null) {
        offence(reason.rule(), name(reason, facts));
      }
    }
    return finding;
  }

  private void offence(Rule rule, String name) {
    offences.computeIfAbsent(rule, any -> new LinkedHashSet<>()).add(name);
  }

  /** What of the facts offends the rule. */
  private static String name(Reason reason, TlsFacts facts) {
    if (facts.group() != null) {
      return facts.group();
    }
    switch (reason.rule()) {
      case TLS_MIN_VERSION:
        return facts.version();
      case TLS_FORWARD_SECRECY:
      case TLS_CIPHER_STRENGTH:
        return facts.cipher();
      case TLS_DH_SIZE:
        return facts.dhBits() + " bits";
      default:
        return reason.text();
    }
  }

  /** One of {@link #WITHIN}, {@link #EXCEEDS}, {@link #OUTSIDE}. */
  String word() {
    boolean noGroup = needsGroups && allowedGroups == 0 && allowedWithGroup == allowed;
    if (allowed == 0 || noGroup) {
      return OUTSIDE;
    }
    return offences.isEmpty() ? WITHIN : EXCEEDS;
  }

  Profile profile() {
    return profile;
  }

  /** Such as {@code 5 of 14}: combinations of version and suite. */
  String share() {
    return allowed + " of " + total;
  }

  Map<Rule, Set<String>> offences() {
    return offences;
  }

  Set<String> notes() {
    return notes;
  }

  /** For programs. */
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("profile", profile.id());
    members.put("verdict", word());
    members.put("combinations", total);
    members.put("allowed", allowed);
    Map<String, Object> rules = new LinkedHashMap<>();
    Map<String, Object> clauses = new LinkedHashMap<>();
    offences.forEach(
        (rule, names) -> {
          rules.put(rule.id(), new ArrayList<>(names));
          clauses.put(rule.id(), clauses(rule));
        });
    members.put("offends", rules);
    members.put("clauses", clauses);
    members.put("notes", new ArrayList<>(notes));
    return members;
  }

  private List<String> clauses(Rule rule) {
    List<String> clauses = new ArrayList<>();
    Clauses.of(rule, profile.id()).forEach(clause -> clauses.add(clause.toString()));
    return clauses;
  }

  /** For people. */
  List<String> lines(boolean whole) {
    List<String> lines = new ArrayList<>();
    StringBuilder rules = new StringBuilder();
    offences.forEach(
        (rule, names) -> rules.append(", ").append(rule.id()).append(' ').append(names.size()));
    lines.add(String.format("%-7s  %-48s %s%s", word(), profile.id(), share(), rules));
    if (whole) {
      offences.forEach(
          (rule, names) -> {
            lines.add("  " + rule.id() + " (" + String.join("; ", clauses(rule)) + ")");
            names.forEach(name -> lines.add("    " + name));
          });
      notes.forEach(note -> lines.add("  note: " + note));
    }
    return lines;
  }
}
