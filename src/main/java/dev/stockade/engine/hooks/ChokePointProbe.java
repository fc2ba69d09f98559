package dev.stockade.engine.hooks;

import dev.stockade.engine.health.InternalErrors;
import dev.stockade.journal.Journal;
import dev.stockade.library.jdk.JsseFallback;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookSource;
import java.util.List;

/**
 * Finds out, at the first handshake, whether this JDK has the methods where TLS is best observed.
 */
public final class ChokePointProbe implements JsseFallback.ChokePoints {
  private final InternalErrors errors;
  private volatile WeavingTransformer transformer;
  private volatile List<Hook> hooks;
  private volatile List<Hook> chokePoints;
  private boolean loaded;

  public ChokePointProbe(InternalErrors errors) {
    this.errors = errors;
    errors.expectFallback();
  }

  /**
   * @param rows all hooks, in the transformer's order
   * @param chokePoints those of them that are looked for
   */
  public void looksAt(WeavingTransformer transformer, List<Hook> rows, List<Hook> chokePoints) {
    this.transformer = transformer;
    this.hooks = rows;
    this.chokePoints = chokePoints;
  }

  /** The hooks that take over where the choke points are not live. */
  public HookSource source(ActivePolicy activePolicy, Journal journal) {
    return new JsseFallback(activePolicy, journal, this);
  }

  @Override
  public boolean narrowOffers(Class<?> jsse) {
    load(jsse.getClassLoader());
    return isLive("getActiveProtocols") && isLive("getActiveCipherSuites");
  }

  @Override
  public boolean seeOutcomes(Class<?> jsse) {
    load(jsse.getClassLoader());
    return isLive("finishHandshake");
  }

  /** The classes may not be loaded yet: they are now, which weaves them. */
  private synchronized void load(ClassLoader jsse) {
    if (loaded) {
      return;
    }
    loaded = true;
    Hook missing = null;
    for (Hook hook : chokePoints) {
      try {
        Class.forName(hook.className().replace('/', '.'), false, jsse);
      } catch (ClassNotFoundException e) {
        missing = hook.isOptional() ? missing : hook;
      }
    }
    if (missing != null) {
      // Where the class is there, the transformer has said what it lacks.
      errors.missing(missing);
    }
  }

  private boolean isLive(String method) {
    for (int id = 0; id < hooks.size(); id++) {
      Hook hook = hooks.get(id);
      if (hook.isOf(method) && transformer.isLive(id) && chokePoints.contains(hook)) {
        return true;
      }
    }
    return false;
  }
}
