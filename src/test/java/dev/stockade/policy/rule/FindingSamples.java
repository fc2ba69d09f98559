package dev.stockade.policy.rule;

import dev.stockade.policy.Decision;
import java.util.List;

/** Lets tests of other packages make findings without asking a policy. */
public final class FindingSamples {
  private FindingSamples() {}

  public static Finding finding(Verdict verdict, String reason, Rule... rules) {
    return new Finding(verdict, List.of(rules), reason);
  }

  /** A decision of which a candidate policy thinks otherwise. */
  public static Decision besides(Decision decision, Decision candidate) {
    return decision.with(candidate);
  }
}
