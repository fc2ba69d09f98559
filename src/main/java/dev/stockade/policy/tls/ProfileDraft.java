package dev.stockade.policy.tls;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A profile of the operator's own while it is put together: from nothing, or from another one. Not
 * to be used after {@link #build}.
 */
public final class ProfileDraft {
  /** Lists of a profile, by the keys of policy files. */
  public enum Part {
    SUITES,
    GROUPS,
    SCHEMES
  }

  private final ProfileBuilder values = new ProfileBuilder(null);
  private final Map<String, String> lastDays = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * @param id must be no id or short name of {@link Profiles}
   * @param base null to start from nothing
   */
  public ProfileDraft(String id, Profile base) {
    values.id = id;
    values.date = "-";
    if (base == null) {
      return;
    }
    values.minimum = base.minimum();
    values.recommended = base.recommended();
    values.suites.addAll(base.suites());
    values.groups.addAll(base.groups());
    values.schemes.addAll(base.schemes());
    values.minDhBits = base.minDhBits();
    values.minKeyBits = base.minKeyBits();
    values.minEcBits = base.minEcBits();
    values.requiresExtendedMasterSecret = base.requiresExtendedMasterSecret();
    values.cbcNeedsEncryptThenMac = base.cbcNeedsEncryptThenMac();
    values.forbidsRenegotiation = base.forbidsRenegotiation();
    values.reportOnly = base.isReportOnly();
    values.attribution = base.attribution();
    for (String name : base.until().names()) {
      lastDays.put(name, base.until().lastDay(name));
    }
  }

  /** What people read: a title, and where it comes from. */
  public ProfileDraft about(String title, Collection<String> sources) {
    values.title = title;
    values.sources.addAll(sources);
    return this;
  }

  /** By JSSE's names; null leaves what is there. */
  public ProfileDraft versions(String minimum, String recommended) {
    values.minimum = minimum == null ? values.minimum : minimum;
    values.recommended = recommended == null ? values.recommended : recommended;
    return this;
  }

  /** Null leaves what is there, also in the next. */
  public ProfileDraft bits(Integer dh, Integer key, Integer ec) {
    values.minDhBits = dh == null ? values.minDhBits : dh;
    values.minKeyBits = key == null ? values.minKeyBits : key;
    values.minEcBits = ec == null ? values.minEcBits : ec;
    return this;
  }

  public ProfileDraft conditions(
      Boolean extendedMasterSecret, Boolean encryptThenMac, Boolean noRenegotiation) {
    values.requiresExtendedMasterSecret =
        extendedMasterSecret == null ? values.requiresExtendedMasterSecret : extendedMasterSecret;
    values.cbcNeedsEncryptThenMac =
        encryptThenMac == null ? values.cbcNeedsEncryptThenMac : encryptThenMac;
    values.forbidsRenegotiation =
        noRenegotiation == null ? values.forbidsRenegotiation : noRenegotiation;
    return this;
  }

  /** Returns false where it was not listed. */
  public boolean remove(Part part, String name) {
    lastDays.remove(name);
    return list(part).remove(name);
  }

  /** Returns false where it was listed already. */
  public boolean add(Part part, String name) {
    return list(part).add(name);
  }

  /** Without one, the suites of TLS 1.3 are not checked. */
  public boolean listsTls13() {
    return lists13(values.suites);
  }

  /** Whether any of the suites is one of TLS 1.3. */
  public static boolean lists13(Collection<String> suites) {
    for (String suite : suites) {
      if (CipherSuites.isTls13(suite)) {
        return true;
      }
    }
    return false;
  }

  /** The oldest version; null where none was said. */
  public String minimum() {
    return values.minimum;
  }

  public boolean isEmpty(Part part) {
    return list(part).isEmpty();
  }

  private Collection<String> list(Part part) {
    return part == Part.SUITES
        ? values.suites
        : part == Part.GROUPS ? values.groups : values.schemes;
  }

  /** The digest is of what it asks for, however that was written. */
  public Profile build() {
    for (Map.Entry<String, String> day : lastDays.entrySet()) {
      long lastDay = LocalDate.parse(day.getValue()).toEpochDay();
      values.until.add(day.getKey(), lastDay);
    }
    values.file = canonical().getBytes(StandardCharsets.UTF_8);
    return values.build();
  }

  /** In the words of the profiles' own files, each list in the order of the alphabet. */
  private String canonical() {
    StringBuilder text = new StringBuilder();
    line(text, "id", values.id);
    line(text, "minimum", values.minimum);
    line(text, "recommended", values.recommended);
    line(text, "min-dh-bits", values.minDhBits);
    line(text, "min-key-bits", values.minKeyBits);
    line(text, "min-ec-bits", values.minEcBits);
    line(text, "extended-master-secret", values.requiresExtendedMasterSecret ? "required" : null);
    line(text, "cbc", values.cbcNeedsEncryptThenMac ? "encrypt-then-mac" : null);
    line(text, "renegotiation", values.forbidsRenegotiation ? "forbidden" : null);
    line(text, "report-only", values.reportOnly ? "true" : null);
    new TreeSet<>(values.suites).forEach(name -> line(text, "suites", name));
    values.groups.forEach(name -> line(text, "groups", name));
    new TreeSet<>(values.schemes).forEach(name -> line(text, "schemes", name));
    lastDays.forEach((name, day) -> line(text, "until " + day, name));
    return text.toString();
  }

  private static void line(StringBuilder text, String key, Object value) {
    if (value != null) {
      text.append(key).append(": ").append(value).append('\n');
    }
  }
}
