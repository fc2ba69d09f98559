package dev.stockade.engine.control;

import dev.stockade.engine.files.KillFile;
import dev.stockade.engine.files.PolicyOnDisk;
import dev.stockade.engine.files.Standstill;
import dev.stockade.engine.options.Option;
import dev.stockade.journal.Journal;
import dev.stockade.journal.WriterTask;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.canary.CanaryChange;
import dev.stockade.policy.file.PolicyFile;
import java.util.Collections;
import java.util.List;

/**
 * The operator's control of a running engine: made when there is a file to look after, or when the
 * first command comes. Files are looked at on a thread of its own, which never writes, so that no
 * hanging output keeps a kill file or a policy from being obeyed.
 */
public final class EngineControl implements WriterTask {
  private static final long OFTEN_MILLIS = 500;
  private static final long SOON_MILLIS = Standstill.MILLIS + 10;
  private static final long NOT_UNTIL_WOKEN = -1;

  private final Journal journal;
  private final ControlRecords records;
  private final OperatorFiles files;
  private final PolicyControl policy;
  private final CanaryKeeper canary;
  private final LiveFindings live = new LiveFindings();

  /** Null for none. */
  private volatile ControlTask task;

  /**
   * @param disk null where there is no policy file
   */
  EngineControl(EngineState engine, PolicyOnDisk disk) {
    Heritage before = engine.heritage();
    PolicyFile file = disk == null ? null : disk.good();
    ActivePolicy activePolicy = engine.activePolicy();
    this.journal = engine.journal();
    this.records = new ControlRecords(journal, activePolicy);
    List<CanaryChange> takenBack =
        before == null ? Collections.<CanaryChange>emptyList() : before.takenBack();
    this.canary = new CanaryKeeper(activePolicy, records, file, takenBack, engine.log());
    this.policy =
        new PolicyControl(
            engine.given(), file, activePolicy, journal, engine.instance(), canary.restored());
    if (before != null) {
      policy.restore(before.overrides(), before.said());
    }
    KillFile killFile = new KillFile(engine.hooks());
    killFile.arm(engine.options().get(Option.KILL_FILE));
    this.files = new OperatorFiles(activePolicy, disk, killFile, policy, records);
  }

  /** Before the first hook asks. */
  void putInForce() {
    if (files.policyOnDisk() != null || !policy.set().isEmpty() || !canary.restored().isEmpty()) {
      policy.begin();
    }
  }

  /** Does this, too. */
  public void add(ControlTask other) {
    task = other;
  }

  /** Takes up its work. */
  public void begin() {
    if (isBusy()) {
      journal.employ(this);
    }
  }

  /** Findings are shown to any process that asks, for the next seconds. */
  void watch(long seconds) {
    live.begin(seconds);
    journal.employ(this);
  }

  void close() {
    live.end();
    if (task != null) {
      task.close();
    }
  }

  public PolicyControl policy() {
    return policy;
  }

  OperatorFiles files() {
    return files;
  }

  ControlRecords records() {
    return records;
  }

  @Override
  public void told(String line) {
    live.add(line);
  }

  @Override
  public long run() throws Exception {
    files.look();
    canary.save();
    journal.tellOfStuck();
    live.publish(journal.stuck());
    if (task != null) {
      task.run();
    }
    return files.arePending() ? SOON_MILLIS : isBusy() ? OFTEN_MILLIS : NOT_UNTIL_WOKEN;
  }

  private boolean isBusy() {
    return files.areNamed() || live.isWanted() || task != null;
  }
}
