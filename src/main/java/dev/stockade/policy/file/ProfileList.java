package dev.stockade.policy.file;

import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.Profiles;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The profiles that a file defines, in its order: one may extend those above it. */
final class ProfileList {
  private static final int MAX = 100;

  /**
   * Dated like those that come with Stockade, since records name a profile by its id alone. Also in
   * the schema.
   */
  private static final Pattern ID =
      Pattern.compile("[a-z][a-z0-9.]*(-[a-z0-9.]+)*-[0-9][a-z0-9.]*(-[a-z0-9.]+)*");

  private static final int MAX_LENGTH = 64;

  private final Problems problems;
  private final Map<String, Profile> profiles = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();

  ProfileList(Problems problems) {
    this.problems = problems;
  }

  /** By id; those of which neither id nor oldest version is known are not among them. */
  Map<String, Profile> read(Value list) {
    List<Value> values = list.list();
    if (values == null) {
      return profiles;
    }
    if (values.size() > MAX) {
      list.wrong("a list of at most " + MAX + " profiles");
      return profiles;
    }
    for (Value value : values) {
      if (value.isSection()) {
        take(value, list.path());
      } else {
        value.wrong("a mapping of keys to values");
      }
    }
    return profiles;
  }

  private void take(Value value, String path) {
    int before = problems.errors();
    String name = value.plainText("id");
    Section section =
        (name.isEmpty() ? value : value.named(path + "[" + Wording.cut(name) + "]"))
            .section(Keys.PROFILE);
    if (!section.value("id").isPresent()) {
      problems.error(section.line(), section.path() + " lacks id");
    }
    String id = id(section.value("id"));
    Profile profile = new ProfileReader(section, profiles, problems).read(id, before);
    // A file with an error counts for nothing; what names a wrong profile is not wrong besides.
    if (id != null && profile.minimum() != null) {
      profiles.put(id, profile);
    }
  }

  /** Null where it is absent or wrong. */
  private String id(Value value) {
    String id = value.text();
    if (id == null) {
      return null;
    }
    if (Profiles.has(id)) {
      problems.error(
          value.line(),
          value.path()
              + " "
              + Wording.quoted(id)
              + " is a profile that comes with Stockade, which never changes: extend it under an id"
              + " of your own");
      return null;
    }
    if (id.length() > MAX_LENGTH || !ID.matcher(id).matches()) {
      value.wrong(
          "an id with a year or number, in lower case, such as acme-2026 (other contents need"
              + " another id)");
      return null;
    }
    Integer first = lines.putIfAbsent(id, value.line());
    if (first != null) {
      problems.error(
          value.line(),
          "a second profile has the id " + Wording.quoted(id) + ", the first is in line " + first);
    }
    return id;
  }
}
