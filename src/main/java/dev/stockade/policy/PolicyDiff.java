package dev.stockade.policy;

import dev.stockade.policy.canary.CanarySettings;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.ProfileDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The differences between two policies, for people. */
public final class PolicyDiff {
  private PolicyDiff() {}

  /**
   * One line for each difference, such as {@code mode: audit -> canary}; empty when there is none.
   */
  public static List<String> between(Policy before, Policy after) {
    List<String> lines = new ArrayList<>();
    compare(lines, "mode", before.mode().label(), after.mode().label());
    compare(lines, "profile", before.profile(), after.profile());
    profiles(lines, before.ownProfiles(), after.ownProfiles());
    for (Rule rule : Rule.values()) {
      compare(lines, rule.id(), before.stage(rule).label(), after.stage(rule).label());
    }
    exceptions(lines, byId(before), byId(after));
    compare(lines, "expired-exceptions", expired(before), expired(after));
    canary(lines, before.canary(), after.canary());
    if (before.candidate() != null && after.candidate() != null) {
      for (String line : between(before.candidate(), after.candidate())) {
        lines.add("candidate." + line);
      }
    } else {
      compare(lines, "candidate", candidate(before), candidate(after));
    }
    return lines;
  }

  private static void profiles(
      List<String> lines, Map<String, Profile> before, Map<String, Profile> after) {
    for (Map.Entry<String, Profile> old : before.entrySet()) {
      Profile now = after.get(old.getKey());
      if (now == null) {
        lines.add("profiles " + old.getKey() + ": removed");
      } else {
        for (String line : ProfileDiff.between(old.getValue(), now)) {
          lines.add("profiles " + old.getKey() + "." + line);
        }
      }
    }
    for (String id : after.keySet()) {
      if (!before.containsKey(id)) {
        lines.add("profiles " + id + ": added");
      }
    }
  }

  private static void canary(List<String> lines, CanarySettings a, CanarySettings b) {
    compare(lines, "canary.percent", a.percent(), b.percent());
    compare(lines, "canary.unit", a.unit().label(), b.unit().label());
    compare(lines, "canary.salt", a.salt(), b.salt());
    compare(lines, "canary.state", a.state(), b.state());
    compare(lines, "canary.rollback.min-samples", a.minSamples(), b.minSamples());
    compare(
        lines,
        "canary.rollback.max-blocked",
        a.maxBlockedPercent() + "%",
        b.maxBlockedPercent() + "%");
    compare(
        lines,
        "canary.rollback.window",
        a.windowMillis() / 1000 + "s",
        b.windowMillis() / 1000 + "s");
    compare(lines, "canary.fuse.destinations", a.fuseDestinations(), b.fuseDestinations());
    compare(
        lines,
        "canary.fuse.window",
        a.fuseWindowMillis() / 1000 + "s",
        b.fuseWindowMillis() / 1000 + "s");
  }

  private static void exceptions(
      List<String> lines, Map<String, String> before, Map<String, String> after) {
    for (Map.Entry<String, String> old : before.entrySet()) {
      String now = after.get(old.getKey());
      if (now == null) {
        lines.add("exception " + old.getKey() + ": removed (" + old.getValue() + ")");
      } else if (!now.equals(old.getValue())) {
        lines.add("exception " + old.getKey() + ": " + old.getValue() + " -> " + now);
      }
    }
    for (Map.Entry<String, String> now : after.entrySet()) {
      if (!before.containsKey(now.getKey())) {
        lines.add("exception " + now.getKey() + ": added (" + now.getValue() + ")");
      }
    }
  }

  private static Map<String, String> byId(Policy policy) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (PolicyException entry : policy.exceptions()) {
      texts.put(entry.id(), entry.toString());
    }
    return texts;
  }

  private static String expired(Policy policy) {
    return policy.endsExpired() ? "enforce" : "report";
  }

  private static String candidate(Policy policy) {
    return policy.candidate() == null ? null : "profile " + policy.candidate().profile();
  }

  private static void compare(List<String> lines, String name, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      lines.add(name + ": " + orNone(before) + " -> " + orNone(after));
    }
  }

  private static Object orNone(Object value) {
    return value == null || value.equals("") ? "none" : value;
  }
}
