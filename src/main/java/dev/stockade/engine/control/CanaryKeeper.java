package dev.stockade.engine.control;

import dev.stockade.engine.files.CanaryState;
import dev.stockade.engine.health.StderrLog;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Judge;
import dev.stockade.policy.canary.CanaryChange;
import dev.stockade.policy.file.PolicyFile;
import dev.stockade.policy.rule.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Keeps what the canary took back: restores it at a start, and saves it where the policy names a
 * file.
 */
final class CanaryKeeper {
  private final ActivePolicy activePolicy;
  private final ControlRecords records;
  private final List<CanaryChange> restored;
  private int saved;

  /**
   * @param file the policy file as it is at the start; null when there is none
   * @param before what the previous engine had taken back
   */
  CanaryKeeper(
      ActivePolicy activePolicy,
      ControlRecords records,
      PolicyFile file,
      List<CanaryChange> before,
      StderrLog log) {
    this.activePolicy = activePolicy;
    this.records = records;
    this.restored = new ArrayList<CanaryChange>(read(file, log));
    restored.addAll(before);
    this.saved = restored.size();
  }

  /** What was taken back before this engine started, oldest first. */
  List<CanaryChange> restored() {
    return restored;
  }

  /** Writes what was taken back since the last time. */
  void save() {
    Judge judge = activePolicy.judge();
    String path = judge.policy().canary().state();
    if (path == null || judge.canary() == null) {
      return;
    }
    List<CanaryChange> all = judge.canary().takenBack();
    if (all.size() <= saved) {
      return;
    }
    List<CanaryChange> unsaved = new ArrayList<CanaryChange>(all.subList(saved, all.size()));
    saved = all.size();
    try {
      new CanaryState(path).append(unsaved);
    } catch (IOException e) {
      String what = "the canary's state could not be written, a restart forgets it: ";
      records.tell(Verdict.WARN, what + e.getMessage());
    }
  }

  private static List<CanaryChange> read(PolicyFile file, StderrLog log) {
    String path = file == null ? null : file.policy().canary().state();
    try {
      return path == null ? Collections.<CanaryChange>emptyList() : new CanaryState(path).read();
    } catch (IOException e) {
      log.warn("the canary's state could not be read, nothing is taken back: " + e.getMessage());
      return Collections.emptyList();
    }
  }
}
