package dev.stockade.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All findings of a check, and which of them fail it. */
final class CheckResult {
  private final List<FoundFault> faults;
  private final FailOn failOn;

  /** The ids of those that were there before; null where nobody said. */
  private final Set<String> known;

  CheckResult(List<FoundFault> faults, FailOn failOn, Set<String> known) {
    this.faults = faults;
    this.failOn = failOn;
    this.known = known;
  }

  /** What weighs most first. */
  List<FoundFault> all() {
    return faults;
  }

  boolean hasBaseline() {
    return known != null;
  }

  boolean isKnown(FoundFault fault) {
    return known != null && known.contains(fault.id);
  }

  boolean fails(FoundFault fault) {
    return failOn.fails(fault) && !isKnown(fault);
  }

  List<FoundFault> failing() {
    List<FoundFault> failing = new ArrayList<>(faults);
    failing.removeIf(fault -> !fails(fault));
    return failing;
  }

  /** Those that would fail if they were not known. */
  int forgiven() {
    int count = 0;
    for (FoundFault fault : faults) {
      count += failOn.fails(fault) && isKnown(fault) ? 1 : 0;
    }
    return count;
  }

  /** In one sentence. */
  String sentence() {
    return Advice.times(faults.size(), "finding", "findings")
        + ", "
        + failing().size()
        + " fail the check"
        + (known == null ? "" : ", " + forgiven() + " would but for the baseline");
  }
}
