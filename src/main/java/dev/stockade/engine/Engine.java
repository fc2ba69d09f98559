package dev.stockade.engine;

import dev.stockade.gate.StockadeGate;
import dev.stockade.http.HttpHooks;
import dev.stockade.journal.Journal;
import dev.stockade.policy.InForce;
import dev.stockade.policy.Mode;
import dev.stockade.tls.SunJsse;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookFamily;
import dev.stockade.weave.HookTable;
import java.io.Closeable;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * One installed Stockade: started by the shim, replaced by an upgrade, closed by a detach.
 *
 * <p>{@link #start} is the whole story of an install. It never throws into the host, unless the
 * operator asked for that with {@code on-failure=exit}.
 */
final class Engine implements Closeable, Consumer<Boolean> {
  static final String VERSION_PROPERTY = "stockade.version";
  static final String MODE_PROPERTY = "stockade.mode";

  private final Instrumentation instrumentation;
  private final StderrLog log;
  private final Journal journal;
  private final HookTable table;
  private final WeavingTransformer transformer;
  private final BiFunction<Object, Object[], Object>[] guards;

  /** What the operator had set; while an engine runs the property is that engine's, not his. */
  private final String modePropertyBefore =
      System.getProperty(VERSION_PROPERTY) == null ? System.getProperty(MODE_PROPERTY) : null;

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
    Options options = Options.read(agentArgument, System.getProperties(), System.getenv());
    StderrLog log = new StderrLog(options.get(Option.LOG));
    try {
      return install(options, new Host(System.getProperties()), instrumentation, log);
    } catch (Throwable error) {
      String wish = options.get(Option.ON_FAILURE).equals("exit") ? " (on-failure=exit)" : "";
      throw new IllegalStateException(error + wish, error);
    }
  }

  private static Engine install(
      Options options, Host host, Instrumentation instrumentation, StderrLog log) throws Exception {
    if (host.isJdkTool()) {
      return null;
    }
    for (String complaint : options.complaints()) {
      log.error(complaint);
    }
    if (!options.complaints().isEmpty() && options.get(Option.ON_FAILURE).equals("exit")) {
      throw new IllegalArgumentException("the options have mistakes");
    }
    Mode mode = Mode.valueOf(options.get(Option.MODE).toUpperCase(Locale.ROOT));
    if (mode == Mode.OFF) {
      log.info("mode=off: nothing is woven");
      return null;
    }
    GateDefinition.install(instrumentation);
    Engine engine = new Engine(options, mode, host, instrumentation, log);
    try {
      engine.weave();
      engine.swapIn();
      engine.announce(mode, options.get(Option.PROFILE));
      return engine;
    } catch (Throwable error) {
      engine.close();
      throw error;
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Engine(
      Options options, Mode mode, Host host, Instrumentation instrumentation, StderrLog log) {
    this.instrumentation = instrumentation;
    this.log = log;
    OwnErrors errors = new OwnErrors();
    this.journal = new Journal(JournalOptions.of(options, mode, host, log, errors));
    InForce inForce = InForceOptions.of(options, mode, host);
    List<HookFamily> families = new ArrayList<HookFamily>();
    families.add(new SunJsse(inForce, journal));
    ChokePointProbe probe = null;
    if (!host.hasKnownJsse()) {
      probe = new ChokePointProbe(errors);
      families.add(probe.family(inForce, journal));
    }
    families.add(new HttpHooks(journal, instrumentation, inForce));
    List<Hook> hooks = new ArrayList<Hook>();
    List<Guard> guarded = new ArrayList<Guard>();
    ThreadLocal<Boolean> inside = new ThreadLocal<Boolean>();
    errors.reportTo(journal);
    for (HookFamily family : families) {
      List<Hook> own = family.hooks();
      for (int i = 0; i < own.size(); i++) {
        hooks.add(own.get(i));
        guarded.add(new Guard(family, i, own.get(i), inside, errors));
      }
    }
    this.table = new HookTable(hooks);
    this.guards = guarded.toArray(new BiFunction[0]);
    this.transformer = new WeavingTransformer(table, errors);
    if (probe != null) {
      probe.looksAt(transformer, families.get(0).hooks());
    }
  }

  /** Transformer first, then what is loaded: no class can slip through between the two. */
  private void weave() {
    instrumentation.addTransformer(transformer, true);
    LoadedClasses.retransform(instrumentation, table, log);
  }

  private void swapIn() {
    StockadeGate.targets = guards;
  }

  private void announce(Mode mode, String profile) {
    String version = Version.current();
    System.setProperty(VERSION_PROPERTY, version);
    System.setProperty(MODE_PROPERTY, mode.label());
    log.info(version + " is active: mode " + mode.label() + ", profile " + profile);
  }

  /** Whether this engine shall weave. One that is about to be replaced must not. */
  @Override
  public void accept(Boolean weaves) {
    if (weaves) {
      instrumentation.addTransformer(transformer, true);
    } else {
      instrumentation.removeTransformer(transformer);
    }
  }

  /**
   * Leaves: hooks off with one write, then the woven classes back to what they were. Where another
   * engine has taken the gate over, only the journal is left to close.
   */
  @Override
  public void close() {
    boolean answers = StockadeGate.targets == guards;
    if (answers) {
      StockadeGate.targets = null;
    }
    instrumentation.removeTransformer(transformer);
    if (answers) {
      LoadedClasses.retransform(instrumentation, table, log);
      restoreProperties();
    } else {
      RunningHooks.await();
    }
    journal.close();
  }

  private void restoreProperties() {
    System.clearProperty(VERSION_PROPERTY);
    if (modePropertyBefore == null) {
      System.clearProperty(MODE_PROPERTY);
    } else {
      System.setProperty(MODE_PROPERTY, modePropertyBefore);
    }
  }
}
