package dev.stockade.engine;

import dev.stockade.base.Host;
import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.TamperRecords;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Patrol;
import dev.stockade.library.LibraryCatalog;
import dev.stockade.library.jdk.JdkHooks;
import dev.stockade.policy.InForce;
import dev.stockade.policy.Policy;
import dev.stockade.policy.rule.Mode;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;
import java.io.Closeable;
import java.lang.instrument.Instrumentation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One installed Stockade: started by {@link Entry}, replaced by an upgrade, closed by a detach. */
final class Engine
    implements Closeable, Consumer<Object>, Supplier<Patrol>, BiFunction<Object, Object[], Object> {
  private final StderrLog log;
  private final Options given;
  private final Options options;

  /** What the engine before left; null when this is the first one, or begins anew. */
  private final Heritage heritage;

  private final OwnErrors errors = new OwnErrors();
  private final Journal journal;
  private final String service;
  private final InForce inForce;
  private final InstalledHooks hooks;
  private final Enforcement enforcement;
  private final Announcement announcement = new Announcement();
  private final long since = System.currentTimeMillis();

  /** Whether its hooks were ever the ones that answer. */
  private boolean served;

  /** Made when it is needed. Guarded by this. */
  private Control control;

  Engine(
      Options given,
      Options options,
      Mode mode,
      Host host,
      Instrumentation instrumentation,
      StderrLog log,
      Heritage heritage) {
    this.log = log;
    this.given = given;
    this.heritage = heritage;
    this.options = options;
    this.journal = new Journal(JournalOptions.of(options, mode, host, log, errors, this));
    String named = options.get(Option.SERVICE);
    this.service = named == null ? host.service() : named;
    this.inForce = InForceOptions.of(options, mode, service);
    Object connections = heritage == null ? null : heritage.connections();
    HookRows rows = new HookRows(instrumentation);
    this.enforcement = new Enforcement(inForce, journal, rows, connections);
    HookSource jdk = LibraryCatalog.addAll(enforcement, rows);
    ChokePointProbe probe = host.hasKnownJsse() ? null : new ChokePointProbe(errors);
    if (probe != null) {
      rows.add(probe.source(inForce, journal));
    }
    errors.reportTo(journal);
    this.hooks = new InstalledHooks(rows, instrumentation, errors, log, this);
    enforcement.learnsThrough(hooks);
    if (probe != null) {
      List<Hook> chokePoints = rows.hooks(jdk, JdkHooks.SUN_JSSE);
      probe.looksAt(hooks.transformer(), rows.hooks(), chokePoints);
    }
  }

  /**
   * Comes into force.
   *
   * @param disk null where no policy file is wanted
   * @param isLookedAfter whether there is something that may change while the program runs
   * @param isAttached whether the program runs already
   */
  void begin(Mode mode, PolicyOnDisk disk, boolean isLookedAfter, boolean isAttached) {
    Control looksAfter = isLookedAfter ? makeControl(disk) : null;
    hooks.weave();
    hooks.swapIn();
    served = true;
    announce(mode, options.get(Option.PROFILE));
    if (isAttached) {
      hooks.beAskable();
    }
    if (looksAfter != null) {
      looksAfter.begin();
    }
  }

  private void announce(Mode mode, String profile) {
    announcement.make(mode.label());
    log.info(announcement.version() + " is active: mode " + mode.label() + ", profile " + profile);
  }

  /**
   * What the shim tells: {@code Boolean} whether this engine stays, as one that is about to be
   * replaced must not weave, and one whose successor failed goes on; {@code String} a command of
   * the command line.
   */
  @Override
  public void accept(Object told) {
    if (told instanceof String) {
      hooks.beAskable();
      new RemoteCommands(this, control(), log).run((String) told);
      announceAgain();
    } else if (Boolean.TRUE.equals(told)) {
      goOn();
    } else {
      hooks.standAside();
    }
  }

  /** The one that failed may have woven, taken the gate and announced itself before it did. */
  private void goOn() {
    hooks.weave();
    hooks.takeBack();
    Policy policy = inForce.judge().policy();
    announce(policy.mode(), policy.profile());
  }

  /** The shim of an older jar forgets an engine when the program has dropped its properties. */
  void announceAgain() {
    if (hooks.areInstalled()) {
      announcement.renew(inForce.judge().policy().mode().label());
    }
  }

  /** Who looks after what may change behind our back. */
  @Override
  public Patrol get() {
    hooks.beAskable();
    return Rounds.of(new TamperRecords(inForce), hooks, since);
  }

  private synchronized Control control() {
    if (control == null) {
      makeControl(null).begin();
    }
    return control;
  }

  private synchronized Control makeControl(PolicyOnDisk disk) {
    control = new Control(this, options, given, disk, inForce, journal, log);
    control.putInForce();
    return control;
  }

  /** Another engine asks through the gate; a hook that is woven no more may ask, too. */
  @Override
  public Object apply(Object value, Object[] loads) {
    try {
      return Handover.answer(this, value, loads);
    } catch (Throwable e) {
      return value;
    }
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
      RunningHooks.await();
      closeJournal();
    }
  }

  /** Leaves, and looks at each class that was woven. */
  Unweaving detach() {
    Unweaving witness = new Unweaving();
    leave(witness);
    return witness;
  }

  private void leave(Unweaving witness) {
    hooks.unweave(witness);
    announcement.withdraw();
    RunningHooks.await();
    closeJournal();
  }

  private void closeJournal() {
    synchronized (this) {
      if (control != null) {
        control.close();
      }
    }
    if (hooks.haveTheGate() || !served || !Handover.passOn(journal, inForce)) {
      journal.close();
    }
  }

  InForce inForce() {
    return inForce;
  }

  Journal journal() {
    return journal;
  }

  InstalledHooks hooks() {
    return hooks;
  }

  OwnErrors errors() {
    return errors;
  }

  Options options() {
    return options;
  }

  /** Without those of the policy file. */
  Options given() {
    return given;
  }

  /** Null when there is none. */
  Heritage heritage() {
    return heritage;
  }

  /** Null until it is needed. */
  synchronized Control controlIfAny() {
    return control;
  }

  /** With those of the policy file as it is now, without what was set. */
  Options optionsNow() {
    Control looksAfter = controlIfAny();
    return looksAfter == null ? options : looksAfter.policy().options();
  }

  /** What was set while the process runs, in the words of the command {@code set}. */
  Map<String, String> overrides() {
    Control looksAfter = controlIfAny();
    Map<String, String> all =
        looksAfter == null ? new LinkedHashMap<String, String>() : looksAfter.policy().set();
    if (!log.level().equals(options.get(Option.LOG))) {
      all.put(Option.LOG.key, log.level());
    }
    return all;
  }

  /** When the first of the engines began whose counts this one goes on with. */
  long countedSince() {
    long before = heritage == null ? 0 : heritage.countedSince();
    return before == 0 ? since : before;
  }

  String service() {
    return service;
  }

  Map<String, Object> connections() {
    return enforcement.connections();
  }

  /** Goes on with what the engine before had counted. */
  void inherit(Map<?, ?> counts) {
    if (counts.size() > 1) {
      journal.inherit(counts);
    }
    Object more = counts.get(Handover.IN_FORCE);
    if (more instanceof Map) {
      inForce.add((Map<?, ?>) more, System.currentTimeMillis());
    }
  }

  /** When it began, in milliseconds since the epoch. */
  long since() {
    return since;
  }
}
