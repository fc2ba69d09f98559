package dev.stockade.engine;

import dev.stockade.journal.Chore;
import dev.stockade.journal.Event;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Kind;
import dev.stockade.journal.ProcessNames;
import dev.stockade.policy.CanaryChange;
import dev.stockade.policy.Finding;
import dev.stockade.policy.InForce;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Rule;
import dev.stockade.policy.Verdict;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an operator may want of a running engine: made when there is a file to look after, or when
 * the first command comes. Files are looked at on a thread of its own, which never writes, so that
 * no hanging output keeps a kill file or a policy from being obeyed.
 */
final class Control implements Chore {
  private static final long OFTEN_MILLIS = 500;
  private static final long NOT_UNTIL_WOKEN = -1;

  private final Engine engine;
  private final Journal journal;
  private final InForce inForce;
  private final PolicyOnDisk disk;
  private final PolicyControl policy;
  private final File killFile;
  private final LiveLines live = new LiveLines();
  private final Management management;
  private final String instance;
  private int savedChanges;
  private String toldError;

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
    this.engine = engine;
    this.journal = journal;
    this.inForce = inForce;
    this.disk = disk;
    String kill = options.get(Option.KILL_FILE);
    this.killFile = kill == null ? null : new File(kill);
    List<CanaryChange> restored = restored(disk, log);
    this.savedChanges = restored.size();
    String named = options.get(Option.INSTANCE);
    this.instance = named == null ? ProcessNames.host() : named;
    this.policy =
        new PolicyControl(
            given, disk == null ? null : disk.good(), inForce, journal, instance, restored);
    this.management = "true".equals(options.get(Option.JMX)) ? new Management(engine, this) : null;
  }

  /** Takes up its work. */
  void begin() {
    if (disk != null) {
      policy.begin();
    }
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
    return engine.hooks().isPaused() ? killFile.getPath() : null;
  }

  @Override
  public void told(String line) {
    live.add(line);
  }

  @Override
  public long run() throws Exception {
    lookForKillFile();
    lookForPolicy();
    saveCanary();
    journal.tellOfStuck();
    live.publish(journal.stuck());
    if (management != null) {
      management.begin();
    }
    return isBusy() ? OFTEN_MILLIS : NOT_UNTIL_WOKEN;
  }

  private boolean isBusy() {
    return killFile != null || disk != null || live.isWanted() || management != null;
  }

  private void lookForKillFile() {
    if (killFile == null || killFile.exists() == engine.hooks().isPaused()) {
      return;
    }
    if (engine.hooks().isPaused()) {
      engine.hooks().resume();
      tell(Kind.LIFECYCLE, Verdict.NOTE, "the kill file " + killFile + " is gone: hooks are on");
      tamper(Rule.TAMPER_MODE, "on again: the kill file " + killFile + " is gone");
    } else {
      engine.hooks().pause();
      tell(Kind.LIFECYCLE, Verdict.WARN, "there is the kill file " + killFile + ": hooks are off");
      tamper(Rule.TAMPER_MODE, "switched off by the kill file " + killFile);
    }
  }

  private void lookForPolicy() {
    if (disk == null || !disk.isChanged()) {
      return;
    }
    String what = "the policy file " + disk.path() + " changed on disk";
    tamper(Rule.TAMPER_POLICY_FILE, what);
    if (disk.read()) {
      policy.take(disk.good());
    }
    if (disk.error() != null && !disk.error().equals(toldError)) {
      policy.refused(disk.error());
    }
    toldError = disk.error();
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
