package dev.stockade.engine.control;

import dev.stockade.base.ProcessNames;
import dev.stockade.enforce.Enforcement;
import dev.stockade.engine.files.PolicyOnDisk;
import dev.stockade.engine.health.StderrLog;
import dev.stockade.engine.hooks.InstalledHooks;
import dev.stockade.engine.options.Option;
import dev.stockade.engine.options.Options;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A running engine as commands, reports and JMX see it: its parts, its options, and the control
 * that watches its files. Made when first asked for, as a start needs none of it.
 */
public final class EngineState {
  private final Options given;
  private final Options options;
  private final Heritage heritage;
  private final long since;
  private final Enforcement enforcement;
  private final InstalledHooks hooks;
  private final StderrLog log;

  /** Made when it is needed. Guarded by this. */
  private EngineControl control;

  /**
   * @param given without those of the policy file, as they are asked for again when it changes
   * @param options with them, as the engine started
   * @param heritage what the previous engine left; null when this is the first one
   * @param since when it started, in milliseconds since the epoch
   */
  public EngineState(
      Options given,
      Options options,
      Heritage heritage,
      long since,
      Enforcement enforcement,
      InstalledHooks hooks,
      StderrLog log) {
    this.given = given;
    this.options = options;
    this.heritage = heritage;
    this.since = since;
    this.enforcement = enforcement;
    this.hooks = hooks;
    this.log = log;
  }

  /** Without those of the policy file. */
  Options given() {
    return given;
  }

  /** As the engine started. */
  Options options() {
    return options;
  }

  /** With those of the policy file as it is now, without what was set. */
  Options optionsNow() {
    EngineControl looksAfter = controlIfAny();
    return looksAfter == null ? options : looksAfter.policy().options();
  }

  /** What was set while the process runs, in the words of the command {@code set}. */
  Map<String, String> overrides() {
    EngineControl looksAfter = controlIfAny();
    Map<String, String> all =
        looksAfter == null ? new LinkedHashMap<String, String>() : looksAfter.policy().set();
    if (!log.level().equals(options.get(Option.LOG))) {
      all.put(Option.LOG.key, log.level());
    }
    return all;
  }

  /** Null when there is none. */
  public Heritage heritage() {
    return heritage;
  }

  public long since() {
    return since;
  }

  /** When the first of the engines whose counts this one continues was started. */
  long countedSince() {
    long before = heritage == null ? 0 : heritage.countedSince();
    return before == 0 ? since : before;
  }

  String service() {
    return activePolicy().service();
  }

  /** This process's name in records; null where unknown. */
  String instance() {
    String named = options.get(Option.INSTANCE);
    return named == null ? ProcessNames.host() : named;
  }

  public ActivePolicy activePolicy() {
    return enforcement.activePolicy();
  }

  public Journal journal() {
    return enforcement.journal();
  }

  /** What is known of connections, also for the engine that takes over. */
  Map<String, Object> connections() {
    return enforcement.connections();
  }

  public InstalledHooks hooks() {
    return hooks;
  }

  StderrLog log() {
    return log;
  }

  /** Starts to watch the operator's files, once all of them are known. */
  public synchronized EngineControl lookAfter(PolicyOnDisk disk) {
    control = new EngineControl(this, disk);
    control.putInForce();
    return control;
  }

  /** The control that executes what is asked of the engine. */
  synchronized EngineControl control() {
    if (control == null) {
      lookAfter(null).begin();
    }
    return control;
  }

  /** Null until it is needed. */
  synchronized EngineControl controlIfAny() {
    return control;
  }

  /** The engine leaves. */
  public synchronized void close() {
    if (control != null) {
      control.close();
    }
  }
}
