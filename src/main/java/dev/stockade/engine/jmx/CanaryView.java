package dev.stockade.engine.jmx;

import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.canary.Canary;
import dev.stockade.policy.canary.CanaryChange;
import java.util.ArrayList;
import java.util.List;

/** The canary as JMX shows it. */
final class CanaryView implements CanaryMBean {
  private final ActivePolicy activePolicy;

  CanaryView(ActivePolicy activePolicy) {
    this.activePolicy = activePolicy;
  }

  @Override
  public int getPercent() {
    return activePolicy.judge().policy().canary().percent();
  }

  @Override
  public String getUnit() {
    return activePolicy.judge().policy().canary().unit().label();
  }

  @Override
  public long getEnforced() {
    return canary() == null ? 0 : canary().enforcedCount();
  }

  @Override
  public long getAudited() {
    return canary() == null ? 0 : canary().auditedCount();
  }

  @Override
  public boolean isFuseBlown() {
    return canary() != null && canary().fuseBlown();
  }

  @Override
  public String[] getRolledBack() {
    List<String> back = new ArrayList<String>();
    if (canary() != null) {
      for (CanaryChange change : canary().takenBack()) {
        String what =
            change.rule() == null ? "all" : change.rule().id() + " at " + change.destination();
        back.add(what + ": " + change.reason());
      }
    }
    return back.toArray(new String[0]);
  }

  private Canary canary() {
    return activePolicy.judge().canary();
  }
}
