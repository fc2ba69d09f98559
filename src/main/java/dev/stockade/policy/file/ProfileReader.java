package dev.stockade.policy.file;

import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.ProfileDraft;
import dev.stockade.policy.tls.ProfileDraft.Part;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.policy.tls.Protocols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One profile that a file defines: from nothing, or as another one with changes. */
final class ProfileReader {
  private static final int MAX_BITS = 32_768;

  private static final String NO_TLS_13 =
      " leaves no cipher suite of TLS 1.3, which would mean that those are not checked";

  private final Section section;
  private final Map<String, Profile> above;
  private final Problems problems;
  private final ProfileWeakness weakness;
  private Profile base;
  private ProfileDraft draft;
  private boolean changes;

  /**
   * @param above the profiles that stand before it in the file
   */
  ProfileReader(Section section, Map<String, Profile> above, Problems problems) {
    this.section = section;
    this.above = above;
    this.problems = problems;
    this.weakness = new ProfileWeakness(section, problems);
  }

  /**
   * Reports what is wrong with it.
   *
   * @param id null where it is wrong already
   * @param errorsBefore how many there were before this profile
   * @return not to be used where a problem was reported
   */
  Profile read(String id, int errorsBefore) {
    Value from = section.value("extends");
    base = base(from, id);
    draft = new ProfileDraft(id, base);
    String owner = decided("owner");
    String reason = decided("reason");
    readVersions();
    readBits();
    readConditions();
    Section remove = section.value("remove").section(Keys.PROFILE_LISTS);
    Section add = section.value("add").section(Keys.PROFILE_LISTS);
    for (Part part : Part.values()) {
      String key = part.name().toLowerCase(Locale.ROOT);
      Set<String> removed =
          remove == null ? Collections.<String>emptySet() : removed(part, key, remove);
      if (add != null) {
        added(part, key, add, removed);
      }
    }
    weakness.check(owner, reason);
    if (problems.errors() == errorsBefore) {
      checkWhole(from.isPresent(), add);
    }
    return draft.about(title(), sources(owner, reason)).build();
  }

  private Profile base(Value from, String id) {
    String name = from.text();
    if (name == null) {
      return null;
    }
    if (name.equals(id)) {
      problems.error(from.line(), from.path() + " is the profile itself");
      return null;
    }
    Profile own = above.get(name);
    if (own != null) {
      return own;
    }
    String known = Choices.profiles(above.keySet()).get(name);
    if (known != null) {
      return Profiles.named(known);
    }
    List<String> names = new ArrayList<>(Choices.profiles(above.keySet()).keySet());
    problems.error(
        from.line(),
        from.path()
            + " names no profile that there is or that stands above: "
            + Wording.quoted(name)
            + Suggestion.of(name, names));
    return null;
  }

  private void readVersions() {
    Value minimum = section.value("min-version");
    String oldest = minimum.choice(Choices.VERSIONS);
    String recommended = section.value("recommended-version").choice(Choices.VERSIONS);
    draft.versions(oldest, recommended);
    if (oldest != null) {
      changes = true;
      boolean isOlder = base == null || Protocols.isOlder(oldest, base.minimum());
      if (isOlder && Protocols.isOlder(oldest, "TLSv1.2")) {
        weakness.add(minimum, "allows " + oldest);
      }
    }
    String least = oldest != null ? oldest : base == null ? null : base.minimum();
    if (recommended != null && least != null && Protocols.isOlder(recommended, least)) {
      Value value = section.value("recommended-version");
      problems.error(value.line(), value.path() + " is older than the minimum, " + least);
    }
    changes |= recommended != null;
  }

  private void readBits() {
    draft.bits(
        bits("min-dh-bits", 2048, base == null ? 2048 : base.minDhBits()),
        bits("min-key-bits", 2048, base == null ? 2048 : base.minKeyBits()),
        bits("min-ec-bits", 224, base == null ? 224 : base.minEcBits()));
  }

  /** 2048 and 224 are the 112 bits of NIST SP 800-57 part 1. */
  private Integer bits(String key, int strong, int before) {
    Value value = section.value(key);
    Integer bits = value.whole(1, MAX_BITS);
    if (bits != null) {
      changes = true;
      if (bits < strong && bits < before) {
        weakness.add(value, "allows less than " + strong + " bits");
      }
    }
    return bits;
  }

  private void readConditions() {
    draft.conditions(
        condition(
            "extended-master-secret",
            Choices.EXTENDED_MASTER_SECRET,
            base != null && base.requiresExtendedMasterSecret()),
        condition("cbc", Choices.CBC, base != null && base.cbcNeedsEncryptThenMac()),
        condition(
            "renegotiation", Choices.RENEGOTIATION, base != null && base.forbidsRenegotiation()));
  }

  private Boolean condition(String key, Map<String, Boolean> words, boolean before) {
    Value value = section.value(key);
    Boolean asked = value.choice(words);
    changes |= asked != null;
    if (Boolean.FALSE.equals(asked) && before) {
      weakness.add(value, "gives up what " + base.id() + " asks for");
    }
    return asked;
  }

  private Set<String> removed(Part part, String key, Section remove) {
    Set<String> removed = new HashSet<>();
    Value list = remove.value(key);
    List<Value> values = list.list();
    if (values != null && base == null && !section.value("extends").isPresent()) {
      problems.error(list.keyLine(), list.path() + " has no effect: the profile extends none");
      return removed;
    }
    for (Value value : values == null ? Collections.<Value>emptyList() : values) {
      String name = value.text();
      changes = true;
      if (name != null && !removed.add(name)) {
        problems.error(value.line(), value.path() + " stands twice: " + Wording.quoted(name));
      } else if (name != null && base != null && !draft.remove(part, name)) {
        problems.error(
            value.line(), value.path() + " is not in " + base.id() + ": " + Wording.quoted(name));
      }
    }
    if (!removed.isEmpty() && part != Part.SUITES && base != null && draft.isEmpty(part)) {
      problems.error(
          list.keyLine(),
          list.path() + " leaves none, which would mean that " + key + " are not checked");
    }
    return removed;
  }

  private void added(Part part, String key, Section add, Set<String> removed) {
    List<Value> values = add.value(key).list();
    for (Value value : values == null ? Collections.<Value>emptyList() : values) {
      String name = value.text();
      changes = true;
      if (name == null) {
        continue;
      }
      String unknown = ProfileNames.unknown(part, name);
      if (unknown != null) {
        problems.error(value.line(), value.path() + " " + unknown);
      } else if (removed.contains(name)) {
        problems.error(value.line(), value.path() + " is removed above: " + Wording.quoted(name));
      } else if (!draft.add(part, name)) {
        problems.error(value.line(), value.path() + " is there already: " + Wording.quoted(name));
      } else {
        weakness.add(value, ProfileNames.weakness(part, name));
      }
    }
  }

  /** Not where something else is wrong, of which this may follow. */
  private void checkWhole(boolean extendsOne, Section add) {
    String wrong = null;
    if (extendsOne) {
      if (!changes) {
        wrong = " changes nothing of " + base.id() + ": name that one";
      } else if (draft.isEmpty(Part.SUITES)) {
        wrong = " allows no cipher suite at all";
      } else if (ProfileDraft.lists13(base.suites()) && !draft.listsTls13()) {
        wrong = NO_TLS_13;
      }
    } else if (!section.value("min-version").isPresent()) {
      wrong = " extends none, so it needs min-version";
    } else if (add == null || add.value("suites").isNothing()) {
      wrong = " extends none, so it needs add.suites";
    } else if ("TLSv1.3".equals(draft.minimum()) && !draft.listsTls13()) {
      wrong = NO_TLS_13;
    }
    if (wrong != null) {
      problems.error(section.line(), section.path() + wrong);
    }
  }

  private String title() {
    String title = section.value("title").text();
    if (title != null) {
      return title;
    }
    return base == null ? "own profile" : "own profile, extends " + base.id();
  }

  private List<String> sources(String owner, String reason) {
    List<String> sources = new ArrayList<>();
    sources.add("policy file");
    if (base != null) {
      sources.add(base.id() + ", " + base.digest());
    }
    if (owner != null && reason != null) {
      sources.add("decided by " + owner + ": " + reason);
    }
    return sources;
  }

  private String decided(String key) {
    return Decided.text(section.value(key), problems);
  }
}
