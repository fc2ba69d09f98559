package dev.stockade.engine;

import dev.stockade.base.ProcessNames;
import dev.stockade.enforce.TamperRecords;
import dev.stockade.journal.Chore;
import dev.stockade.journal.Event;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Kind;
import dev.stockade.policy.InForce;
import dev.stockade.policy.Judge;
import dev.stockade.policy.canary.CanaryChange;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an operator may want of a running engine: made when there is a file to look after, or when
 * the first command comes. Files are looked at on a thread of its own, which never writes, so that
 * no hanging output keeps a kill file or a policy from being obeyed.
 */
final class Control implements Chore {
  private static final long OFTEN_MILLIS = 500;
  private static final long SOON_MILLIS = Standstill.MILLIS + 10;
  private static final long NOT_UNTIL_WOKEN = -1;

  private final Journal journal;
  private final InForce inForce;
  private final PolicyOnDisk disk;
  private final PolicyControl policy;
  private final FileGuard guard;
  private final KillFile killFile;
  private final Set<String> warnings = Collections.synchronizedSet(new LinkedHashSet<String>());
  private final LiveLines live = new LiveLines();
  private final Management management;
  private final String instance;
  private int savedChanges;
  private String toldError;
  private String toldWaits;
  private boolean hasBegun;

  /**
   * @param options with those of the policy file
   * @param given without them, as they are asked for again when the file changes
   * @param disk null where there is no policy file
   */
  Control(
      Engine engine,
      Options options,
      Options given,
      PolicyOnDisk disk,
      InForce inForce,
      Journal journal,
      StderrLog log) {
    this.journal = journal;
    this.inForce = inForce;
    this.disk = disk;
    this.guard = disk == null ? null : new FileGuard(disk.file());
    this.killFile = new KillFile(engine.hooks());
    killFile.arm(options.get(Option.KILL_FILE));
    this.toldError = disk == null ? null : disk.error();
    List<CanaryChange> restored = new ArrayList<CanaryChange>(restored(disk, log));
    if (engine.heritage() != null) {
      restored.addAll(engine.heritage().takenBack());
    }
    this.savedChanges = restored.size();
    String named = options.get(Option.INSTANCE);
    this.instance = named == null ? ProcessNames.host() : named;
    this.policy =
        new PolicyControl(
            given, disk == null ? null : disk.good(), inForce, journal, instance, restored);
    if (engine.heritage() != null) {
      policy.restore(engine.heritage().overrides(), engine.heritage().said());
    }
    this.management = "true".equals(options.get(Option.JMX)) ? new Management(engine, this) : null;
  }

  /** Before the first hook asks. */
  void putInForce() {
    if (disk != null || !policy.set().isEmpty() || savedChanges > 0) {
      policy.begin();
    }
  }

  /** Takes up its work. */
  void begin() {
    if (isBusy()) {
      journal.employ(this);
    }
  }

  /** Findings are shown to whoever asks for the next seconds. */
  void watch(long seconds) {
    live.begin(seconds);
    journal.employ(this);
  }

  void close() {
    live.end();
    if (management != null) {
      management.close();
    }
  }

  PolicyControl policy() {
    return policy;
  }

  /** Null where there is no policy file. */
  PolicyOnDisk disk() {
    return disk;
  }

  /** This process's name in records; null where nobody knows. */
  String instance() {
    return instance;
  }

  /** The path of the kill file while it is there, else null. */
  String killedBy() {
    return killFile.killedBy();
  }

  /** The path of the kill file that is looked for; null where none is named. */
  String killFile() {
    return killFile.path();
  }

  /** What is wrong with where the operator's files lie. */
  List<String> warnings() {
    synchronized (warnings) {
      return new ArrayList<String>(warnings);
    }
  }

  @Override
  public void told(String line) {
    live.add(line);
  }

  @Override
  public long run() throws Exception {
    if (!hasBegun) {
      hasBegun = true;
      warnOfOpenFiles();
    }
    lookForKillFile();
    lookForPolicy();
    saveCanary();
    journal.tellOfStuck();
    live.publish(journal.stuck());
    if (management != null) {
      management.begin();
    }
    boolean isSoon = killFile.isMissed() || (disk != null && disk.isPending());
    return isSoon ? SOON_MILLIS : isBusy() ? OFTEN_MILLIS : NOT_UNTIL_WOKEN;
  }

  private boolean isBusy() {
    return killFile.path() != null || disk != null || live.isWanted() || management != null;
  }

  private void lookForKillFile() {
    String what = killFile.look();
    if (what != null) {
      String by = killFile.killedBy();
      tell(Kind.LIFECYCLE, by == null ? Verdict.NOTE : Verdict.WARN, what);
      String done = by == null ? "on again: " + what : "switched off by the kill file " + by;
      tamper(Rule.TAMPER_MODE, done.replace(": hooks are on", ""));
    }
  }

  private void lookForPolicy() {
    if (disk == null) {
      return;
    }
    for (String change : guard.changes()) {
      doubt("the policy file " + disk.path() + " " + change);
    }
    boolean was = disk.exists();
    if (disk.look()) {
      takePolicy();
      if (was && !disk.exists()) {
        doubt("the policy file " + disk.path() + " vanished");
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

  /** What is wrong with where the operator's files lie, from the beginning. */
  private void warnOfOpenFiles() {
    if (disk != null && FileGuard.isOpen(disk.file())) {
      String what = "the policy file " + disk.path() + " may be written by others than its owner";
      warn(what + ": take that right from the file and its folder (chmod o-w)");
    }
    String state = inForce.judge().policy().canary().state();
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
    tell(Kind.LIFECYCLE, Verdict.WARN, what);
  }

  /** What no operator's edit does. */
  private void doubt(String what) {
    new TamperRecords(inForce).tell(Rule.TAMPER_POLICY_FILE, Verdict.WARN, what, journal::offer);
  }

  private void saveCanary() {
    Judge judge = inForce.judge();
    String path = judge.policy().canary().state();
    if (path == null || judge.canary() == null) {
      return;
    }
    List<CanaryChange> all = judge.canary().takenBack();
    if (all.size() <= savedChanges) {
      return;
    }
    List<CanaryChange> unsaved = new ArrayList<CanaryChange>(all.subList(savedChanges, all.size()));
    savedChanges = all.size();
    try {
      new CanaryState(path).append(unsaved);
    } catch (IOException e) {
      String what = "the canary's state could not be written, a restart forgets it: ";
      tell(Kind.LIFECYCLE, Verdict.WARN, what + e.getMessage());
    }
  }

  private static List<CanaryChange> restored(PolicyOnDisk disk, StderrLog log) {
    String path = disk == null || disk.good() == null ? null : statePath(disk);
    try {
      return path == null ? Collections.<CanaryChange>emptyList() : new CanaryState(path).read();
    } catch (IOException e) {
      log.warn("the canary's state could not be read, nothing is taken back: " + e.getMessage());
      return Collections.emptyList();
    }
  }

  private static String statePath(PolicyOnDisk disk) {
    return disk.good().policy().canary().state();
  }

  /** Tells of what was done to the protection, by the file or person that the sentence names. */
  void tamper(Rule rule, String what) {
    new TamperRecords(inForce).tell(rule, Verdict.NOTE, what, journal::offer);
  }

  void tell(Kind kind, Verdict verdict, String what) {
    journal.offer(Event.ofOwn(kind, System.currentTimeMillis(), Finding.of(verdict, null, what)));
  }
}
