package dev.stockade.engine.control;

import dev.stockade.engine.files.FileGuard;
import dev.stockade.engine.files.KillFile;
import dev.stockade.engine.files.PolicyOnDisk;
import dev.stockade.engine.options.Option;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The files by which an operator steers a running engine: its policy and its kill file. */
final class OperatorFiles {
  private final ActivePolicy activePolicy;
  private final PolicyOnDisk disk;
  private final FileGuard guard;
  private final KillFile killFile;
  private final PolicyControl policy;
  private final ControlRecords records;
  private final Set<String> warnings = Collections.synchronizedSet(new LinkedHashSet<String>());
  private String toldError;
  private String toldWaits;
  private boolean hasBegun;

  /**
   * @param disk null where there is no policy file
   * @param policy takes what the policy file says
   */
  OperatorFiles(
      ActivePolicy activePolicy,
      PolicyOnDisk disk,
      KillFile killFile,
      PolicyControl policy,
      ControlRecords records) {
    this.activePolicy = activePolicy;
    this.disk = disk;
    this.guard = disk == null ? null : new FileGuard(disk.file());
    this.killFile = killFile;
    this.policy = policy;
    this.records = records;
    this.toldError = disk == null ? null : disk.error();
  }

  /** Whether there is any to look at. */
  boolean areNamed() {
    return killFile.path() != null || disk != null;
  }

  /** Whether another look is due soon. */
  boolean arePending() {
    return killFile.isMissed() || (disk != null && disk.isPending());
  }

  /** Null where there is no policy file. */
  PolicyOnDisk policyOnDisk() {
    return disk;
  }

  /** The path of the kill file while it is there, else null. */
  String killedBy() {
    return killFile.killedBy();
  }

  /** The path of the kill file that is looked for; null where none is named. */
  String killFile() {
    return killFile.path();
  }

  /** What is wrong with where they lie. */
  List<String> warnings() {
    synchronized (warnings) {
      return new ArrayList<String>(warnings);
    }
  }

  void look() {
    if (!hasBegun) {
      hasBegun = true;
      warnOfOpenFiles();
    }
    lookForKillFile();
    lookForPolicy();
  }

  private void lookForKillFile() {
    String what = killFile.look();
    if (what != null) {
      String by = killFile.killedBy();
      records.tell(by == null ? Verdict.NOTE : Verdict.WARN, what);
      String done = by == null ? "on again: " + what : "switched off by the kill file " + by;
      records.tamper(Rule.TAMPER_MODE, done.replace(": hooks are on", ""));
    }
  }

  private void lookForPolicy() {
    if (disk == null) {
      return;
    }
    for (String change : guard.changes()) {
      records.doubt("the policy file " + disk.path() + " " + change);
    }
    boolean was = disk.exists();
    if (disk.look()) {
      takePolicy();
      if (was && !disk.exists()) {
        records.doubt("the policy file " + disk.path() + " vanished");
      }
    }
    String waits = disk.waits();
    if (waits != null && !waits.equals(toldWaits)) {
      policy.refused(waits);
    }
    toldWaits = waits;
  }

  private void takePolicy() {
    if (disk.error() == null) {
      if (policy.isAnother(disk.good()) || toldError != null) {
        policy.take(disk.good());
        arm();
      }
    } else if (!disk.error().equals(toldError)) {
      policy.refused(disk.error());
    }
    toldError = disk.error();
  }

  /** The kill file that options and policy file name by now; looked for at once. */
  private void arm() {
    if (killFile.arm(policy.option(Option.KILL_FILE))) {
      warnOfSharedKillFile();
      lookForKillFile();
    }
  }

  /** What is wrong with where they lie, from the start. */
  private void warnOfOpenFiles() {
    if (disk != null && FileGuard.isOpen(disk.file())) {
      String what = "the policy file " + disk.path() + " may be written by others than its owner";
      warn(what + ": take that right from the file and its folder (chmod o-w)");
    }
    String state = activePolicy.judge().policy().canary().state();
    if (state != null && FileGuard.isOpen(new File(state))) {
      String what = "the canary's state " + state + " may be written by others than its owner, who";
      warn(what + " may take rules back with it: take that right away (chmod o-w)");
    }
    warnOfSharedKillFile();
  }

  private void warnOfSharedKillFile() {
    if (FileGuard.isShared(killFile.folder())) {
      String what = "anybody may create the kill file " + killFile.path() + " and so switch off";
      warn(what + " Stockade: name one in a folder that only its operator may write");
    }
  }

  private void warn(String what) {
    warnings.add(what);
    records.tell(Verdict.WARN, what);
  }
}
