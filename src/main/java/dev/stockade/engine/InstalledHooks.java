package dev.stockade.engine;

import dev.stockade.gate.StockadeGate;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookFamily;
import dev.stockade.weave.HookTable;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The hooks of one engine: woven into classes, answered through the gate, taken out again. */
final class InstalledHooks implements Consumer<Class<?>> {
  private final Instrumentation instrumentation;
  private final StderrLog log;
  private final HookTable table;
  private final WeavingTransformer transformer;
  private final BiFunction<Object, Object[], Object>[] guards;
  private volatile boolean paused;
  private volatile boolean installed;

  @SuppressWarnings({"unchecked", "rawtypes"})
  InstalledHooks(
      List<HookFamily> families, Instrumentation instrumentation, OwnErrors errors, StderrLog log) {
    this.instrumentation = instrumentation;
    this.log = log;
    List<Hook> hooks = new ArrayList<Hook>();
    List<Guard> guarded = new ArrayList<Guard>();
    ThreadLocal<Boolean> inside = new ThreadLocal<Boolean>();
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
  }

  WeavingTransformer transformer() {
    return transformer;
  }

  /** Transformer first, then what is loaded: no class can slip through between the two. */
  void weave() {
    weaveWhatIsLoaded(true);
    retransform();
  }

  /** Weaves the hooks of {@link Hook#LEARNED} into a class that the host has loaded. */
  @Override
  public void accept(Class<?> learned) {
    table.learn(learned.getName().replace('.', '/'));
    LoadedClasses.retransform(instrumentation, learned, log);
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
  void standAside() {
    weaveWhatIsLoaded(false);
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (table.isLearned(type)) {
        LoadedClasses.retransform(instrumentation, type, log);
      }
    }
  }

  void swapIn() {
    StockadeGate.targets = guards;
    installed = true;
  }

  /** The gate is this engine's again after another one had it. */
  synchronized void takeBack() {
    StockadeGate.targets = paused ? null : guards;
    installed = true;
  }

  /** Hooks off with one write; what is woven stays, and does nothing. */
  synchronized void pause() {
    paused = true;
    if (StockadeGate.targets == guards) {
      StockadeGate.targets = null;
    }
  }

  /** Hooks on again, unless another engine has the gate. */
  synchronized void resume() {
    paused = false;
    if (StockadeGate.targets == null) {
      StockadeGate.targets = guards;
    }
  }

  /** Whether they are woven and are to stay so. */
  boolean areInstalled() {
    return installed;
  }

  /** Whether no other engine has taken the gate over. */
  boolean haveTheGate() {
    return StockadeGate.targets == guards || (paused && StockadeGate.targets == null);
  }

  /**
   * Hooks off with one write, then the woven classes back to what they were.
   *
   * @param witness sees what the classes become; may be null
   */
  void unweave(ClassFileTransformer witness) {
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

  /** Hooks whose class was met and whose method was there. */
  int live() {
    int live = 0;
    for (int id = 0; id < guards.length; id++) {
      live += transformer.isLive(id) ? 1 : 0;
    }
    return live;
  }

  /** The hooks that were switched off after errors. */
  List<String> off() {
    List<String> off = new ArrayList<String>();
    for (int id = 0; id < guards.length; id++) {
      if (((Guard) guards[id]).isOff()) {
        off.add(table.get(id).toString());
      }
    }
    return off;
  }

  /** The loaded classes that are woven, as far as they let themselves be. */
  int wovenClasses() {
    int woven = 0;
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      woven += table.isIn(type) && instrumentation.isModifiableClass(type) ? 1 : 0;
    }
    return woven;
  }

  /** The loaded classes that a hook was put into, whether or not it is still there. */
  List<Class<?>> wovenOnes() {
    return transformer.classes().loaded(instrumentation);
  }

  private void retransform() {
    LoadedClasses.retransform(instrumentation, table, log);
  }
}
