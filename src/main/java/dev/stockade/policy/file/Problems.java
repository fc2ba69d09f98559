package dev.stockade.policy.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
final class Problems {
  /** No one reads more than this, and a file of any size must not fill the memory. */
  private static final int MAX = 100;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private int errors;

  Problems(String file) {
    this.file = file;
  }

  void error(int line, String sentence) {
    errors++;
    add(new Problem(file, line, true, sentence));
  }

  void warning(int line, String sentence) {
    add(new Problem(file, line, false, sentence));
  }

  boolean hasError() {
    return errors > 0;
  }

  int errors() {
    return errors;
  }

  /** Whether what is still found would not be kept: a reader need not look for more. */
  boolean areEnough() {
    return errors > 0 && problems.size() == MAX;
  }

  /** By line; what belongs to one line in the order found. */
  List<Problem> inOrder() {
    List<Problem> ordered = new ArrayList<>(problems);
    ordered.sort(Comparator.comparingInt(Problem::line));
    return Collections.unmodifiableList(ordered);
  }

  /**
   * When there are too many, the first error still replaces a warning: a refusal needs its reason.
   */
  private void add(Problem problem) {
    if (problems.size() < MAX) {
      problems.add(problem);
    } else if (problem.isError() && problems.stream().noneMatch(Problem::isError)) {
      problems.set(MAX - 1, problem);
    }
  }
}
