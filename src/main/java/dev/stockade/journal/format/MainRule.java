package dev.stockade.journal.format;

import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;

/** The one rule of a record that formats with room for one name. */
public final class MainRule {
  private MainRule() {}

  /**
   * The one that decided; in records of builds before 0.1.0, which do not say it, the first of the
   * heaviest.
   *
   * @return its id, or null where no rule speaks of the record
   */
  public static String of(RecordTree record) {
    String decided = record.text("rule");
    if (decided != null) {
      return decided;
    }
    String main = null;
    int least = Integer.MAX_VALUE;
    for (String id : record.texts("rules")) {
      int rank = rank(Rule.named(id));
      if (rank < least) {
        least = rank;
        main = id;
      }
    }
    return main;
  }

  /** What a rule is about: {@code tls}, {@code aws} or {@code tamper}. */
  public static String category(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  private static int rank(Rule rule) {
    if (rule == null) {
      return 3;
    }
    return rule.severity() == Verdict.VIOLATION ? 0 : rule.isAboutTls() ? 1 : 2;
  }
}
