package dev.stockade.policy.file;

import dev.stockade.policy.PolicyException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The exceptions of a policy in the file's order, and what is wrong between them. */
final class ExceptionList {
  /** The first that fits is looked for at each connection. */
  private static final int MAX = 1000;

  private final ExceptionReader reader;
  private final Expiry expiry;
  private final Problems problems;
  private final List<PolicyException> entries = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * @param minimum the profile's oldest version
   */
  ExceptionList(String minimum, Expiry expiry, Problems problems) {
    this.reader = new ExceptionReader(new AllowanceReader(minimum, problems), problems);
    this.expiry = expiry;
    this.problems = problems;
  }

  /** Null where the file gives none. */
  List<PolicyException> read(Value exceptions) {
    List<Value> values = exceptions.list();
    if (values == null) {
      return null;
    }
    if (values.size() > MAX) {
      exceptions.wrong("a list of at most " + MAX + " exceptions");
      return null;
    }
    for (Value value : values) {
      take(value, exceptions.path());
    }
    return entries;
  }

  private void take(Value value, String path) {
    if (!value.isSection()) {
      value.wrong("a mapping of keys to values");
      return;
    }
    String id = value.plainText("id");
    Section section =
        (id.isEmpty() ? value : value.named(path + "[" + Wording.cut(id) + "]"))
            .section(Keys.EXCEPTION);
    Integer first = id.isEmpty() ? null : lines.putIfAbsent(id, section.line());
    if (first != null) {
      problems.error(
          section.value("id").line(),
          "a second exception has the id "
              + Wording.quoted(id)
              + ", the first is in line "
              + first);
    }
    PolicyException entry = reader.read(section);
    if (entry != null && first == null) {
      expiry.check(entry, section.value("expires"));
      compare(entry, section);
      entries.add(entry);
    }
  }

  private void compare(PolicyException entry, Section section) {
    for (PolicyException earlier : entries) {
      if (earlier.match().covers(entry.match())) {
        problems.warning(
            section.line(),
            section.path()
                + " never counts: "
                + Wording.quoted(earlier.id())
                + " in line "
                + lines.get(earlier.id())
                + " stands before it and is for the same or more");
        return;
      }
    }
  }
}
