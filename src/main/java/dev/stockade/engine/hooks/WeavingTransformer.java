package dev.stockade.engine.hooks;

import dev.stockade.engine.health.InternalErrors;
import dev.stockade.weave.HookTable;
import dev.stockade.weave.Weaver;
import dev.stockade.weave.WovenMark;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.BitSet;

/**
 * Weaves a listed class when the JVM loads or retransforms it. For all others: one look-up by name.
 *
 * <p>A class that cannot be woven stays as it is: the host runs, the error is counted and kept.
 */
public final class WeavingTransformer implements ClassFileTransformer {
  private final HookTable table;

  /** By the hook's id. Guarded by this. */
  private final boolean[] live;

  private final InternalErrors errors;

  /** Whether the class is woven through which the engine is asked for its status. */
  private volatile boolean isAskable;

  /** Null until one is woven. */
  private WovenClasses classes;

  WeavingTransformer(HookTable table, InternalErrors errors) {
    this.table = table;
    this.live = new boolean[table.size()];
    this.errors = errors;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    int[] ids = className == null ? null : table.in(className);
    if (ids == null || (!isAskable && InstalledHooks.isAskedThrough(className))) {
      return null;
    }
    try {
      BitSet woven = new BitSet();
      byte[] result = Weaver.weave(classFile, table, ids, woven);
      mark(ids, woven);
      if (result != null && WovenMark.isKept(result)) {
        classes().add(loader, className, redefined);
      }
      for (int id : ids) {
        if (!woven.get(id) && !table.get(id).isOptional()) {
          errors.missing(table.get(id));
        }
      }
      return result;
    } catch (Throwable error) {
      errors.notWoven(className, error);
      return null;
    }
  }

  void beAskable() {
    isAskable = true;
  }

  /** The classes that were woven. */
  synchronized WovenClasses classes() {
    if (classes == null) {
      classes = new WovenClasses(table);
    }
    return classes;
  }

  private synchronized void mark(int[] ids, BitSet woven) {
    for (int id : ids) {
      live[id] |= woven.get(id);
    }
  }

  /** Whether a hook's class was met and its method was there. */
  synchronized boolean isLive(int id) {
    return live[id];
  }
}
