package dev.stockade.engine;

import dev.stockade.http.HttpHooks;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Patrol;
import dev.stockade.policy.InForce;
import dev.stockade.policy.Mode;
import dev.stockade.policy.Policy;
import dev.stockade.tls.TlsHooks;
import dev.stockade.weave.HookFamily;
import java.io.Closeable;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One installed Stockade: started by the shim, replaced by an upgrade, closed by a detach.
 *
 * <p>{@link #start} is the whole story of an install. It never throws into the host, unless the
 * operator asked for that with {@code on-failure=exit}.
 */
final class Engine implements Closeable, Consumer<Object>, Supplier<Patrol> {
  static final String VERSION_PROPERTY = "stockade.version";
  static final String MODE_PROPERTY = "stockade.mode";

  /**
   * What the operator had set as the mode, absent if nothing: while engines follow one another the
   * property above is theirs, and the last one gives it back.
   */
  static final String GIVEN_MODE_PROPERTY = "stockade.mode.given";

  private final StderrLog log;
  private final Options options;
  private final OwnErrors errors = new OwnErrors();
  private final Journal journal;
  private final String service;
  private final InForce inForce;
  private final InstalledHooks hooks;
  private final Announcement announcement = new Announcement();
  private final long since = System.currentTimeMillis();

  /** Made when it is needed. Guarded by this. */
  private Control control;

  /**
   * Installs an engine.
   *
   * @param agentArgument {@code name=value,…}, or null
   * @param instrumentation of the JVM
   * @return the engine, by the one method that the shim needs; null when there is nothing to do
   * @throws RuntimeException when it failed, for the shim to tell; its message holds {@code
   *     on-failure=exit} when the operator wants the JVM to stop then
   */
  static Closeable start(String agentArgument, Instrumentation instrumentation) {
    Options options =
        Options.read(agentArgument, Announcement.properties(instrumentation), System.getenv());
    StderrLog log = new StderrLog(options.get(Option.LOG));
    try {
      return install(options, new Host(System.getProperties()), instrumentation, log);
    } catch (Throwable error) {
      String wish = options.get(Option.ON_FAILURE).equals("exit") ? " (on-failure=exit)" : "";
      throw new IllegalStateException(error + wish, error);
    }
  }

  private static Engine install(
      Options given, Host host, Instrumentation instrumentation, StderrLog log) throws Exception {
    if (host.isJdkTool()) {
      return null;
    }
    PolicyOnDisk disk = policyOnDisk(given);
    Options options =
        disk == null || disk.good() == null ? given : given.with(disk.good(), disk.path());
    if (complain(options, disk, log) && options.get(Option.ON_FAILURE).equals("exit")) {
      throw new IllegalArgumentException("the options have mistakes");
    }
    Mode mode = Mode.valueOf(options.get(Option.MODE).toUpperCase(Locale.ROOT));
    if (mode == Mode.OFF) {
      log.info("mode=off: nothing is woven");
      return null;
    }
    String killFile = options.get(Option.KILL_FILE);
    if (killFile != null && new File(killFile).exists()) {
      log.warn("there is the kill file " + killFile + ": nothing is woven");
      return null;
    }
    GateDefinition.install(instrumentation);
    Engine engine = new Engine(options, mode, host, instrumentation, log);
    try {
      engine.hooks.weave();
      engine.hooks.swapIn();
      engine.announce(mode, options.get(Option.PROFILE));
      if (disk != null || killFile != null || options.get(Option.JMX).equals("true")) {
        engine.control(given, disk).begin();
      }
      return engine;
    } catch (Throwable error) {
      engine.close();
      throw error;
    }
  }

  /** Null where no policy file is wanted: then no class for reading one is loaded. */
  private static PolicyOnDisk policyOnDisk(Options given) {
    String path = given.get(Option.POLICY);
    if (path == null || given.get(Option.MODE).equals("off")) {
      return null;
    }
    PolicyOnDisk disk = new PolicyOnDisk(path);
    disk.read();
    return disk;
  }

  /** Whether there was anything to complain of. */
  private static boolean complain(Options options, PolicyOnDisk disk, StderrLog log) {
    for (String complaint : options.complaints()) {
      log.error(complaint);
    }
    String error = disk == null ? null : disk.error();
    if (error != null) {
      log.error(error + "; it goes on without the policy file");
    }
    return error != null || !options.complaints().isEmpty();
  }

  private Engine(
      Options options, Mode mode, Host host, Instrumentation instrumentation, StderrLog log) {
    this.log = log;
    this.options = options;
    this.journal = new Journal(JournalOptions.of(options, mode, host, log, errors, this));
    String named = options.get(Option.SERVICE);
    this.service = named == null ? host.service() : named;
    this.inForce = InForceOptions.of(options, mode, service);
    List<HookFamily> families = new ArrayList<HookFamily>();
    TlsHooks tls = new TlsHooks(inForce, journal, instrumentation);
    families.add(tls);
    ChokePointProbe probe = null;
    if (!host.hasKnownJsse()) {
      probe = new ChokePointProbe(errors);
      families.add(probe.family(inForce, journal));
    }
    families.add(new HttpHooks(journal, instrumentation, inForce));
    errors.reportTo(journal);
    this.hooks = new InstalledHooks(families, instrumentation, errors, log);
    tls.learnsThrough(hooks);
    if (probe != null) {
      probe.looksAt(hooks.transformer(), TlsHooks.sunJsse());
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
      new RemoteCommands(this, control(options, null), log).run((String) told);
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
    return Rounds.of(new TamperRecords(inForce), hooks, since);
  }

  private synchronized Control control(Options given, PolicyOnDisk disk) {
    if (control == null) {
      control = new Control(this, options, given, disk, inForce, journal, log);
      if (disk == null) {
        control.begin();
      }
    }
    return control;
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
    journal.close();
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

  String service() {
    return service;
  }

  /** When it began, in milliseconds since the epoch. */
  long since() {
    return since;
  }
}
