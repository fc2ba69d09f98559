package dev.stockade.engine.hooks;

import dev.stockade.engine.health.InternalErrors;
import dev.stockade.engine.health.StderrLog;
import dev.stockade.gate.StockadeGate;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;
import dev.stockade.weave.HookTable;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The hooks of one engine: woven into classes, answered through the gate, taken out again. */
public final class InstalledHooks implements Consumer<Class<?>> {
  /** Hooks that started before a swap still report to the previous engine. */
  private static final long MAX_HOOK_MILLIS = 100;

  private final Instrumentation instrumentation;
  private final InternalErrors errors;
  private final StderrLog log;
  private final HookTable table;
  private final WeavingTransformer transformer;

  /** One for each hook, and the engine itself, for the one that takes over. */
  private final BiFunction<Object, Object[], Object>[] guards;

  /** What answers while the hooks are off: the engine can still be asked for its status. */
  private final BiFunction<Object, Object[], Object>[] silent;

  /** How many hooks watch the host. */
  private final int watching;

  private boolean isAskable;
  private volatile boolean paused;
  private volatile boolean installed;

  /**
   * @param rows of what watches the host
   * @param asked of the hooks of {@link #asked()}, which come last
   * @param engine the last in the gate, for the one that takes over
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public InstalledHooks(
      HookRows rows,
      HookSource asked,
      BiFunction<Object, Object[], Object> engine,
      Instrumentation instrumentation,
      InternalErrors errors,
      StderrLog log) {
    this.instrumentation = instrumentation;
    this.errors = errors;
    this.log = log;
    this.watching = rows.hooks().size();
    rows.add(asked);
    List<Hook> hooks = rows.hooks();
    this.guards = new BiFunction[hooks.size() + 1];
    // Of this engine, not of the class: one that is replaced must not stop its successor's hooks.
    @SuppressWarnings("ThreadLocalUsage")
    ThreadLocal<boolean[]> inside = new ThreadLocal<boolean[]>();
    for (int i = 0; i < hooks.size(); i++) {
      guards[i] = new Guard(rows, i, hooks.get(i), inside, errors);
    }
    guards[hooks.size()] = engine;
    this.table = new HookTable(hooks);
    this.silent = guards.clone();
    Arrays.fill(silent, 0, watching, engine);
    this.transformer = new WeavingTransformer(table, errors);
  }

  /** An attaching process asks the JVM for its agent properties: by these two, on 9 and on 8. */
  public static Hook[] asked() {
    String method = "serializeAgentPropertiesToByteArray";
    return new Hook[] {
      Hook.returned("jdk/internal/vm/VMSupport", method, "()[B").ifPresent(),
      Hook.returned("sun/misc/VMSupport", method, "()[B").ifPresent()
    };
  }

  static boolean isAskedThrough(String name) {
    return name.endsWith("VMSupport");
  }

  /**
   * Weaves the class through which the engine is asked for its status. Not at the program's start:
   * it is loaded by then, and nothing else may need the weaver for long.
   */
  public synchronized void beAskable() {
    if (isAskable || !installed) {
      return;
    }
    isAskable = true;
    transformer.beAskable();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (table.isIn(type) && isAskedThrough(type.getName())) {
        retransform(type);
      }
    }
  }

  /** What went wrong in them. */
  public InternalErrors errors() {
    return errors;
  }

  public WeavingTransformer transformer() {
    return transformer;
  }

  /** Transformer first, then what is loaded: no class can slip through between the two. */
  public void weave() {
    weaveWhatIsLoaded(true);
    retransform();
  }

  /** Weaves the hooks of {@link Hook#DISCOVERED} into a class that the host has loaded. */
  @Override
  public void accept(Class<?> learned) {
    table.learn(learned.getName().replace('.', '/'));
    retransform(learned);
  }

  /** Whether classes that are loaded from now on are woven. */
  void weaveWhatIsLoaded(boolean weaves) {
    if (weaves) {
      instrumentation.addTransformer(transformer, true);
    } else {
      installed = false;
      instrumentation.removeTransformer(transformer);
    }
  }

  /**
   * For another engine, which weaves what it knows itself. What this one has learned of it does not
   * know, nor what the calls in it mean.
   */
  public void standAside() {
    weaveWhatIsLoaded(false);
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (table.isLearned(type)) {
        retransform(type);
      }
    }
  }

  public void swapIn() {
    StockadeGate.targets = guards;
    installed = true;
  }

  /** The gate is this engine's again after another one had it. */
  public synchronized void takeBack() {
    StockadeGate.targets = paused ? silent : guards;
    installed = true;
  }

  /** Hooks off with one write; what is woven stays, and does nothing. */
  public synchronized void pause() {
    paused = true;
    if (StockadeGate.targets == guards) {
      StockadeGate.targets = silent;
    }
  }

  /** Hooks on again, unless another engine has the gate. */
  public synchronized void resume() {
    paused = false;
    if (StockadeGate.targets == silent) {
      StockadeGate.targets = guards;
    }
  }

  /** Whether they are woven and are to stay so. */
  public boolean areInstalled() {
    return installed;
  }

  /** Whether no other engine has taken the gate over. */
  public boolean haveTheGate() {
    return StockadeGate.targets == guards || StockadeGate.targets == silent;
  }

  /**
   * Hooks off with one write, then the woven classes back to what they were.
   *
   * @param witness sees what the classes become; may be null
   */
  public void unweave(ClassFileTransformer witness) {
    installed = false;
    StockadeGate.targets = null;
    weaveWhatIsLoaded(false);
    if (witness != null) {
      instrumentation.addTransformer(witness, true);
    }
    retransform();
    if (witness != null) {
      instrumentation.removeTransformer(witness);
    }
  }

  /** Waits for hooks that started before they were taken off. */
  public static void awaitRunning() {
    try {
      Thread.sleep(MAX_HOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hooks whose class was met and whose method was there. */
  public int live() {
    int live = 0;
    for (int id = 0; id < watching; id++) {
      live += transformer.isLive(id) ? 1 : 0;
    }
    return live;
  }

  /** Of the live ones those in TLS engines and HTTP clients, which see connections. */
  public int liveInEngines() {
    int live = 0;
    for (int id = 0; id < watching; id++) {
      boolean sees = !table.get(id).className().startsWith("java");
      live += sees && transformer.isLive(id) ? 1 : 0;
    }
    return live;
  }

  /** The hooks that were switched off after errors. */
  public List<String> off() {
    List<String> off = new ArrayList<String>();
    for (int id = 0; id < watching; id++) {
      if (((Guard) guards[id]).isOff()) {
        off.add(table.get(id).toString());
      }
    }
    return off;
  }

  /** The loaded classes that are woven, as far as they let themselves be. */
  public int wovenClasses() {
    int woven = 0;
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      boolean watched = table.isIn(type) && !isAskedThrough(type.getName());
      woven += watched && instrumentation.isModifiableClass(type) ? 1 : 0;
    }
    return woven;
  }

  /** The loaded classes that a hook was put into, whether or not it is still there. */
  public List<Class<?>> wovenOnes() {
    return transformer.classes().loaded(instrumentation);
  }

  private void retransform() {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (table.isIn(type)) {
        retransform(type);
      }
    }
  }

  /** One class that refuses must not keep the others from being woven. */
  private void retransform(Class<?> type) {
    try {
      if (instrumentation.isModifiableClass(type)) {
        instrumentation.retransformClasses(type);
      }
    } catch (RuntimeException | Error e) {
      log.warn(type.getName() + " cannot be woven: " + e);
    } catch (Exception e) {
      // UnmodifiableClassException, by a name that costs no start a class.
      log.warn(type.getName() + " cannot be woven: the JVM does not let it be changed");
    }
  }
}
