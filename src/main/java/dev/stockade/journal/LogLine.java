package dev.stockade.journal;

import dev.stockade.policy.rule.Verdict;

/** Where lines for a person go; called on the writer thread only. */
public interface LogLine {
  /** One line without a newline, printable ASCII. */
  void log(Verdict level, String line);
}
