package dev.stockade.cli.report;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.policy.file.Suggestion;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which findings fail a check. */
final class FailOn {
  private static final String WOULD_BLOCK = Action.WOULD_BLOCK.label();
  private static final List<Verdict> VERDICTS =
      Arrays.asList(Verdict.VIOLATION, Verdict.WARN, Verdict.NOTE);

  private final List<String> rules = new ArrayList<>();
  private boolean isRefusal;

  /** The mildest that fails; null where no verdict alone does. */
  private Verdict verdict;

  FailOn(List<String> words) {
    for (String word : words) {
      take(word.trim());
    }
  }

  private void take(String word) {
    if (word.equals(WOULD_BLOCK)) {
      isRefusal = true;
      return;
    }
    for (Verdict one : VERDICTS) {
      if (one.label().equals(word)) {
        verdict = verdict == null || one.compareTo(verdict) < 0 ? one : verdict;
        return;
      }
    }
    if (Rule.named(word) == null) {
      List<String> all = new ArrayList<>(Arrays.asList(WOULD_BLOCK));
      VERDICTS.forEach(one -> all.add(one.label()));
      String words = String.join(", ", all);
      for (Rule rule : Rule.values()) {
        all.add(rule.id());
      }
      throw CommandFailure.usage(
          "--fail-on: '"
              + word
              + "' is none of "
              + words
              + " and no rule"
              + Suggestion.of(word, all));
    }
    rules.add(word);
  }

  boolean fails(FoundFault fault) {
    boolean isExcused = fault.isExcused() && fault.verdict().compareTo(Verdict.WARN) < 0;
    if (isExcused) {
      return false;
    }
    return (isRefusal && fault.isRefusal())
        || (verdict != null && fault.verdict().compareTo(verdict) >= 0)
        || fault.has(rules);
  }
}
