package dev.stockade.policy.rule;

import java.util.List;

/**
 * A source of the reasons for a finding. Asked when a record is written, not on the host's path.
 */
public interface Reasons {
  /** One for each rule. */
  List<Reason> reasons();
}
