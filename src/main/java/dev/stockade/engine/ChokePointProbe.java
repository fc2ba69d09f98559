package dev.stockade.engine;

import dev.stockade.journal.Journal;
import dev.stockade.tls.PublicJsse;
import dev.stockade.tls.SunJsse;
import dev.stockade.tls.TlsRules;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookFamily;
import java.util.List;

/** Finds out, at the first handshake, whether this JDK has the places where TLS is best seen. */
final class ChokePointProbe implements PublicJsse.ChokePoints {
  private final OwnErrors errors;
  private volatile WeavingTransformer transformer;
  private volatile List<Hook> hooks;
  private volatile Boolean live;

  ChokePointProbe(OwnErrors errors) {
    this.errors = errors;
  }

  /**
   * @param hooks of {@link SunJsse}, which come first in the table
   */
  void looksAt(WeavingTransformer transformer, List<Hook> hooks) {
    this.transformer = transformer;
    this.hooks = hooks;
  }

  /** The hooks that take over where the choke points are not live. */
  HookFamily family(TlsRules rules, Journal journal) {
    return new PublicJsse(rules, journal, this);
  }

  @Override
  public boolean areLive(Class<?> jsse) {
    if (live == null) {
      live = find(jsse.getClassLoader());
    }
    return live;
  }

  /** The classes may not be loaded yet: they are now, which weaves them. */
  private synchronized boolean find(ClassLoader loader) {
    if (live != null) {
      return live;
    }
    for (int id = 0; id < hooks.size(); id++) {
      Hook hook = hooks.get(id);
      try {
        Class.forName(hook.className().replace('/', '.'), false, loader);
      } catch (ClassNotFoundException e) {
        errors.missing(hook);
        return false;
      }
      if (!transformer.isLive(id)) {
        // The transformer has said which.
        return false;
      }
    }
    return true;
  }
}
