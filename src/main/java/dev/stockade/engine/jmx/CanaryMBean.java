package dev.stockade.engine.jmx;

/** {@code dev.stockade:type=Canary}: which share is enforced and what was taken back. */
public interface CanaryMBean {
  int getPercent();

  /** The unit's label. */
  String getUnit();

  /** Outcomes of units with a rule enforced. */
  long getEnforced();

  /** Outcomes of the others. */
  long getAudited();

  /** Whether the fuse has put everything back to audit. */
  boolean isFuseBlown();

  /** One sentence for each rule that was taken back at a destination. */
  String[] getRolledBack();
}
