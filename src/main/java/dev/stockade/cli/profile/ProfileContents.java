package dev.stockade.cli.profile;

import dev.stockade.policy.tls.CipherSuites;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.Profiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a profile says, for people and for programs. */
final class ProfileContents {
  private static final String NOT_CHECKED = "not checked";

  private final Profile profile;

  ProfileContents(Profile profile) {
    this.profile = profile;
  }

  /** What its lists rest on; {@code -} where it does not say. */
  String confidence() {
    return profile.confidence() == null ? "-" : profile.confidence().label();
  }

  /** What it is, without what it asks for. */
  Map<String, Object> head() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", profile.id());
    members.put("title", profile.title());
    members.put("date", profile.date());
    members.put("confidence", profile.confidence() == null ? null : confidence());
    members.put("shortNames", shortNames());
    members.put("sources", profile.sources());
    members.put("attribution", profile.attribution());
    members.put("reportOnly", profile.isReportOnly());
    members.put("digest", profile.digest());
    return members;
  }

  Map<String, Object> members() {
    Map<String, Object> members = head();
    members.put("minVersion", profile.minimum());
    members.put("recommendedVersion", profile.recommended());
    members.put("suites", profile.suites());
    members.put("groups", profile.groups());
    members.put("signatureSchemes", profile.schemes());
    members.put("minDhBits", profile.minDhBits());
    members.put("minKeyBits", profile.minKeyBits());
    members.put("minEcBits", profile.minEcBits());
    members.put("extendedMasterSecret", profile.requiresExtendedMasterSecret());
    members.put("cbcNeedsEncryptThenMac", profile.cbcNeedsEncryptThenMac());
    members.put("renegotiationForbidden", profile.forbidsRenegotiation());
    Map<String, Object> until = new LinkedHashMap<>();
    profile.until().names().forEach(name -> until.put(name, profile.until().lastDay(name)));
    members.put("until", until);
    return members;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(profile.id() + ": " + profile.title());
    add(lines, "date", profile.date());
    add(lines, "rests on", confidence());
    add(lines, "short name", String.join(", ", shortNames()));
    profile.sources().forEach(source -> add(lines, "source", source));
    add(lines, "attribution", profile.attribution());
    add(lines, "digest", profile.digest());
    add(
        lines,
        "report only",
        profile.isReportOnly() ? "what is about TLS is never enforced" : null);
    add(lines, "versions", withDay(profile.minimum()) + " and newer" + recommended());
    add(lines, "DH", profile.minDhBits() + " bits or more");
    String ec = "RSA " + profile.minKeyBits() + " bits, EC " + profile.minEcBits() + " or more";
    add(lines, "certificates", ec);
    add(lines, "conditions", String.join("; ", conditions()));
    list(lines, "groups", profile.groups());
    list(lines, "schemes", profile.schemes());
    list(lines, "suites", profile.suites());
    return lines;
  }

  private String recommended() {
    return profile.recommended() == null || profile.recommended().equals(profile.minimum())
        ? ""
        : ", " + withDay(profile.recommended()) + " recommended";
  }

  private List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    if (profile.requiresExtendedMasterSecret()) {
      conditions.add("extended master secret");
    }
    if (profile.cbcNeedsEncryptThenMac()) {
      conditions.add("CBC only with encrypt-then-MAC");
    }
    if (profile.forbidsRenegotiation()) {
      conditions.add("no renegotiation");
    }
    return conditions;
  }

  private void list(List<String> lines, String name, Collection<String> names) {
    add(lines, name, names.isEmpty() ? NOT_CHECKED : String.valueOf(names.size()));
    for (String one : names) {
      boolean secret = !one.startsWith("TLS_") || CipherSuites.isForwardSecret(one);
      lines.add("    " + withDay(one) + (secret ? "" : ", no forward secrecy"));
    }
  }

  private String withDay(String name) {
    String day = profile.until().lastDay(name);
    return day == null ? name : name + " (until " + day + ")";
  }

  private List<String> shortNames() {
    List<String> names = new ArrayList<>();
    for (String alias : Profiles.aliases()) {
      if (Profiles.id(alias).equals(profile.id())) {
        names.add(alias);
      }
    }
    return names;
  }

  private static void add(List<String> lines, String name, String value) {
    if (value != null && !value.isEmpty()) {
      lines.add(String.format("  %-12s %s", name, value));
    }
  }
}
