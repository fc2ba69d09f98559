package dev.stockade.policy.tls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** The differences between what two profiles ask for, for people. */
public final class ProfileDiff {
  private ProfileDiff() {}

  /**
   * One line for each difference, such as {@code suites: + TLS_AES_128_CCM_SHA256}; empty when both
   * ask for the same, whatever their names and sources are.
   */
  public static List<String> between(Profile before, Profile after) {
    List<String> lines = new ArrayList<>();
    compare(lines, "min-version", before.minimum(), after.minimum());
    compare(lines, "recommended-version", before.recommended(), after.recommended());
    compare(lines, "min-dh-bits", before.minDhBits(), after.minDhBits());
    compare(lines, "min-key-bits", before.minKeyBits(), after.minKeyBits());
    compare(lines, "min-ec-bits", before.minEcBits(), after.minEcBits());
    compare(
        lines,
        "extended-master-secret",
        before.requiresExtendedMasterSecret() ? "required" : null,
        after.requiresExtendedMasterSecret() ? "required" : null);
    compare(
        lines,
        "cbc",
        before.cbcNeedsEncryptThenMac() ? "encrypt-then-mac" : null,
        after.cbcNeedsEncryptThenMac() ? "encrypt-then-mac" : null);
    compare(
        lines,
        "renegotiation",
        before.forbidsRenegotiation() ? "forbidden" : null,
        after.forbidsRenegotiation() ? "forbidden" : null);
    compare(lines, "report-only", before.isReportOnly(), after.isReportOnly());
    compare(lines, "suites", before.suites(), after.suites());
    compareUnlessUnchecked(lines, "groups", before.groups(), after.groups());
    compareUnlessUnchecked(lines, "schemes", before.schemes(), after.schemes());
    TreeSet<String> names = new TreeSet<>(before.until().names());
    names.addAll(after.until().names());
    for (String name : names) {
      compare(lines, "until " + name, before.until().lastDay(name), after.until().lastDay(name));
    }
    return lines;
  }

  /** An empty list allows everything. */
  private static void compareUnlessUnchecked(
      List<String> lines, String name, Collection<String> before, Collection<String> after) {
    if (before.isEmpty() == after.isEmpty()) {
      compare(lines, name, before, after);
    } else {
      compare(lines, name, checked(before), checked(after));
    }
  }

  private static String checked(Collection<String> names) {
    return names.isEmpty() ? "not checked" : String.join(" ", names);
  }

  private static void compare(
      List<String> lines, String name, Collection<String> before, Collection<String> after) {
    for (String one : before) {
      if (!after.contains(one)) {
        lines.add(name + ": - " + one);
      }
    }
    for (String one : after) {
      if (!before.contains(one)) {
        lines.add(name + ": + " + one);
      }
    }
  }

  private static void compare(List<String> lines, String name, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      lines.add(name + ": " + orNone(before) + " -> " + orNone(after));
    }
  }

  private static Object orNone(Object value) {
    return value == null ? "none" : value;
  }
}
