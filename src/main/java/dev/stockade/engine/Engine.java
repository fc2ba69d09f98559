package dev.stockade.engine;

import dev.stockade.base.Host;
import dev.stockade.base.ProcessNames;
import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.TamperRecords;
import dev.stockade.engine.control.AgentProperties;
import dev.stockade.engine.control.Announcement;
import dev.stockade.engine.control.CommandHandler;
import dev.stockade.engine.control.EngineControl;
import dev.stockade.engine.control.EngineState;
import dev.stockade.engine.control.Heritage;
import dev.stockade.engine.files.PolicyOnDisk;
import dev.stockade.engine.health.InternalErrors;
import dev.stockade.engine.health.StderrLog;
import dev.stockade.engine.hooks.ChokePointProbe;
import dev.stockade.engine.hooks.InstalledHooks;
import dev.stockade.engine.hooks.UnweavingWitness;
import dev.stockade.engine.jmx.Management;
import dev.stockade.engine.options.Option;
import dev.stockade.engine.options.Options;
import dev.stockade.engine.watch.PeriodicChecks;
import dev.stockade.journal.Journal;
import dev.stockade.journal.PeriodicCheck;
import dev.stockade.library.LibraryCatalog;
import dev.stockade.library.jdk.JdkHooks;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Policy;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;
import java.io.Closeable;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * One installed Stockade: started by {@link Entry}, replaced by an upgrade, closed by a detach.
 *
 * <p>The shim of any version knows it by types of the JRE, another engine by the name of this class
 * in the gate.
 */
final class Engine
    implements Closeable, Consumer<Object>, BiFunction<Object, Object[], Object>, HookSource {
  private final StderrLog log;
  private final Options given;
  private final Options options;

  /** What the previous engine left; null when this is the first one, or inherits nothing. */
  private final Heritage heritage;

  private final Journal journal;
  private final ActivePolicy activePolicy;
  private final Enforcement enforcement;
  private final InstalledHooks hooks;
  private final Announcement announcement = new Announcement();
  private final long since = System.currentTimeMillis();

  /** Whether its hooks were ever the ones that answer. */
  private boolean served;

  /** Made when first asked for. Guarded by this. */
  private EngineState state;

  Engine(
      Options given,
      Options options,
      String mode,
      Host host,
      Instrumentation instrumentation,
      StderrLog log,
      Heritage heritage)
      throws IOException {
    this.log = log;
    this.given = given;
    this.heritage = heritage;
    this.options = options;
    InternalErrors errors = new InternalErrors();
    this.journal = new Journal(new EngineJournal(this, options, mode, host, log, errors));
    errors.reportTo(journal);
    if (options.get(Option.JFR).equals("true")) {
      journal.observeBy(FlightRecording.begin(log));
    }
    this.activePolicy = activePolicy(options, mode, host);
    Object connections = heritage == null ? null : heritage.connections();
    HookRows rows = new HookRows(instrumentation);
    this.enforcement = new Enforcement(activePolicy, journal, rows, connections);
    if (options.get(Option.AWS_REQUEST_IDS).equals("true")) {
      enforcement.recordAnswers();
    }
    new LibraryCatalog(enforcement).addPacked(rows);
    ChokePointProbe probe = host.hasKnownJsse() ? null : new ChokePointProbe(errors);
    if (probe != null) {
      rows.add(probe.source(activePolicy, journal));
    }
    this.hooks = new InstalledHooks(rows, this, this, instrumentation, errors, log);
    enforcement.learnsThrough(hooks);
    if (probe != null) {
      probe.looksAt(
          hooks.transformer(), rows.hooks(), rows.hooks(LibraryCatalog.JDK, JdkHooks.SUN_JSSE));
    }
  }

  /** The policy as the options have it, until more is set. */
  private static ActivePolicy activePolicy(Options options, String mode, Host host) {
    String service = options.get(Option.SERVICE);
    String instance = options.get(Option.INSTANCE);
    // Asking for the host's name costs a file; only a canary needs it before the first record.
    boolean asks = mode.equals("canary") && instance == null;
    return new ActivePolicy(
        mode,
        options.get(Option.PROFILE),
        Integer.parseInt(options.get(Option.CANARY_PERCENT)),
        service == null ? host.service() : service,
        asks ? ProcessNames.host() : instance);
  }

  /**
   * Comes into force.
   *
   * @param disk null where no policy file is wanted
   * @param isLookedAfter whether there is something that may change while the program runs
   * @param isAttached whether the program runs already
   */
  void begin(String mode, PolicyOnDisk disk, boolean isLookedAfter, boolean isAttached) {
    EngineControl control = isLookedAfter ? state().lookAfter(disk) : null;
    hooks.weave();
    hooks.swapIn();
    enforcement.hooksAreInPlace();
    served = true;
    announce(mode, options.get(Option.PROFILE));
    if (isAttached) {
      hooks.beAskable();
    }
    if (options.get(Option.JMX).equals("true")) {
      Management.show(state(), control);
    }
    if (control != null) {
      control.begin();
    }
  }

  private void announce(String mode, String profile) {
    announcement.make(mode);
    log.info(announcement.version() + " is active: mode " + mode + ", profile " + profile);
  }

  /**
   * What the shim passes: {@code Boolean} whether this engine stays, as one that is about to be
   * replaced must not weave, and one whose successor failed continues; {@code String} a command of
   * the command line.
   */
  @Override
  public void accept(Object told) {
    if (told instanceof String) {
      hooks.beAskable();
      new CommandHandler(state(), this::detach).run((String) told);
      announceAgain();
    } else if (Boolean.TRUE.equals(told)) {
      goOn();
    } else {
      hooks.standAside();
    }
  }

  /** The shim of an older jar forgets an engine when the program has dropped its properties. */
  private void announceAgain() {
    if (hooks.areInstalled()) {
      announcement.renew(activePolicy.judge().policy().mode().label());
    }
  }

  /** The one that failed may have woven, taken the gate and announced itself before it did. */
  private void goOn() {
    hooks.weave();
    hooks.takeBack();
    Policy policy = activePolicy.judge().policy();
    announce(policy.mode().label(), policy.profile());
  }

  /** Another engine asks through the gate; a hook that is no longer woven may ask, too. */
  @Override
  public Object apply(Object value, Object[] loads) {
    try {
      return Handover.answer(this, value, loads);
    } catch (Throwable e) {
      return value;
    }
  }

  /** The hooks through which an attaching process reads this engine's status. */
  @Override
  public void addTo(HookRows rows) {
    rows.add(0, 0, InstalledHooks.asked());
  }

  @Override
  public HookHandler handler(int number) {
    return new AgentProperties(this::state);
  }

  /** The checks of what may change behind our back; from the first record on. */
  PeriodicCheck periodicCheck() {
    hooks.beAskable();
    return PeriodicChecks.of(new TamperRecords(activePolicy), hooks, since);
  }

  /**
   * Leaves: hooks off with one write, then the woven classes back to what they were. Where another
   * engine has taken the gate over, only the journal is left to close.
   */
  @Override
  public void close() {
    if (hooks.haveTheGate()) {
      leave(null);
    } else {
      hooks.standAside();
      announcement.handOver();
      InstalledHooks.awaitRunning();
      closeJournal();
    }
  }

  /** Leaves, and looks at each class that was woven. */
  private UnweavingWitness detach() {
    UnweavingWitness witness = new UnweavingWitness();
    leave(witness);
    return witness;
  }

  private void leave(UnweavingWitness witness) {
    hooks.unweave(witness);
    announcement.withdraw();
    InstalledHooks.awaitRunning();
    closeJournal();
  }

  private void closeJournal() {
    synchronized (this) {
      if (state != null) {
        state.close();
      }
    }
    if (hooks.haveTheGate() || !served || !Handover.passOn(journal, activePolicy)) {
      journal.close();
    }
  }

  /** Continues with what the previous engine had counted. */
  void inherit(Map<?, ?> counts) {
    if (counts.size() > 1) {
      journal.inherit(counts);
    }
    Object more = counts.get(Handover.IN_FORCE);
    if (more instanceof Map) {
      activePolicy.add((Map<?, ?>) more, System.currentTimeMillis());
    }
  }

  synchronized EngineState state() {
    if (state == null) {
      state = new EngineState(given, options, heritage, since, enforcement, hooks, log);
    }
    return state;
  }
}
