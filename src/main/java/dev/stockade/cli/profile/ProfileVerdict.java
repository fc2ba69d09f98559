package dev.stockade.cli.profile;

import dev.stockade.base.IsoTime;
import dev.stockade.policy.clause.Clauses;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Reason;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.policy.tls.TlsPolicy;
import dev.stockade.policy.tls.UseUntil;
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

  /** A time at which all may still be used: what ends is told by itself. */
  private static final long NO_END = 0;

  private static final int DATE = "2026-11-30".length();

  private final Profile profile;
  private final TlsPolicy policy;

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
    this.total = side.suites.size();
    this.needsGroups = !side.groups.isEmpty();
    side.suites.forEach(this::takeSuite);
    for (TlsFacts group : side.groups) {
      allowedGroups += judge(group, NO_END).verdict().compareTo(Verdict.WARN) < 0 ? 1 : 0;
    }
    side.certificates.forEach(certificate -> judge(certificate, now));
    if (profile.cbcNeedsEncryptThenMac()) {
      for (String suite : side.bareCbc) {
        if (policy.allowsSuite(suite)) {
          offence(Rule.TLS_CIPHER_STRENGTH, suite + " without encrypt-then-MAC");
        }
      }
    }
    addEnds(side, now);
    String recommended = profile.recommended();
    if (recommended != null
        && side.suites.stream().noneMatch(facts -> facts.version().equals(recommended))) {
      notes.add(recommended + " is recommended, and is not there");
    }
  }

  private void takeSuite(TlsFacts facts) {
    if (judge(facts, NO_END).verdict() != Verdict.VIOLATION) {
      allowed++;
      boolean withGroup = !facts.cipher().contains("_WITH_") || facts.cipher().contains("_ECDHE_");
      allowedWithGroup += withGroup ? 1 : 0;
    }
  }

  private Finding judge(TlsFacts facts, long now) {
    Finding finding = policy.judge(facts, now);
    for (Reason reason : finding.reasons()) {
      // DHE as such is only to be noted, whatever else is wrong with its suite.
      boolean noted = reason.rule() == Rule.TLS_DH_SIZE && facts.dhBits() >= profile.minDhBits();
      if (noted || reason.rule() == null || finding.verdict().compareTo(Verdict.WARN) < 0) {
        notes.add(reason.text());
      } else {
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
    Rule rule = reason.rule();
    if (facts.group() != null) {
      return facts.group();
    }
    if (rule == Rule.TLS_MIN_VERSION) {
      return facts.version();
    }
    if (rule == Rule.TLS_DH_SIZE) {
      return facts.dhBits() + " bits";
    }
    if (rule == Rule.TLS_SIGNATURE_SCHEME) {
      return facts.signatureScheme();
    }
    return rule == Rule.TLS_FORWARD_SECRECY || rule == Rule.TLS_CIPHER_STRENGTH
        ? facts.cipher()
        : reason.text();
  }

  /** What is there, allowed, and not to be used any more, or not for long. */
  private void addEnds(Agreements side, long now) {
    String today = IsoTime.of(now).substring(0, DATE);
    String nextYear = IsoTime.of(now + UseUntil.NOTICE_MILLIS).substring(0, DATE);
    Map<String, Rule> names = new LinkedHashMap<>();
    side.suites.forEach(facts -> names.put(facts.version(), Rule.TLS_MIN_VERSION));
    side.suites.forEach(facts -> names.put(facts.cipher(), Rule.TLS_CIPHER_STRENGTH));
    side.groups.forEach(facts -> names.put(facts.group(), Rule.TLS_GROUP));
    names.forEach(
        (name, rule) -> {
          String day = profile.until().lastDay(name);
          if (day != null && day.compareTo(today) < 0) {
            offence(rule, name + " was to be used until " + day);
          } else if (day != null && day.compareTo(nextYear) < 0) {
            notes.add(name + " is to be used until " + day);
          }
        });
  }

  /** One of {@link #WITHIN}, {@link #EXCEEDS}, {@link #OUTSIDE}. */
  String word() {
    boolean noGroup = needsGroups && allowedGroups == 0 && allowedWithGroup == allowed;
    if (allowed == 0 || noGroup) {
      return OUTSIDE;
    }
    return offences.isEmpty() ? WITHIN : EXCEEDS;
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
    lines.add(
        String.format("%-7s  %-48s %s%s", word(), profile.id(), allowed + " of " + total, rules));
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
