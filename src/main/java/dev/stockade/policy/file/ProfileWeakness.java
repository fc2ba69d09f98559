package dev.stockade.policy.file;

import java.util.ArrayList;
import java.util.List;

/** Weak parts that a profile adds: somebody must answer for them, as for an exception. */
final class ProfileWeakness {
  private static final class Part {
    final Value value;
    final String why;

    Part(Value value, String why) {
      this.value = value;
      this.why = why;
    }
  }

  private final Section section;
  private final Problems problems;
  private final List<Part> parts = new ArrayList<>();

  ProfileWeakness(Section section, Problems problems) {
    this.section = section;
    this.problems = problems;
  }

  /**
   * @param why such as {@code adds X, which uses RC4}; null where it is not weak
   */
  void add(Value value, String why) {
    if (why != null) {
      parts.add(new Part(value, why));
    }
  }

  /** Reports each weak part where the profile does not say who answers for it, and why. */
  void check(String owner, String reason) {
    boolean ownerIsWrong = owner == null && section.value("owner").isPresent();
    boolean reasonIsWrong = reason == null && section.value("reason").isPresent();
    if ((owner != null && reason != null) || ownerIsWrong || reasonIsWrong) {
      return;
    }
    String missing =
        owner != null ? "a reason" : reason != null ? "an owner" : "an owner and a reason";
    for (Part part : parts) {
      problems.error(
          part.value.line(),
          part.value.path() + " " + part.why + ": the profile needs " + missing + " for that");
    }
  }
}
