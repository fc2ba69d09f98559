package dev.stockade.policy.rule;

import java.util.List;

/** What can tell why it led to a finding. Asked by the one who records, not on the host's way. */
public interface Reasons {
  /** One for each rule. */
  List<Reason> reasons();
}
