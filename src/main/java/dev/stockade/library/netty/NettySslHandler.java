package dev.stockade.library.netty;

import dev.stockade.enforce.EngineEnds;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;

/** Netty's {@code SslHandler}, which has both an engine and its channel in hand. */
final class NettySslHandler implements HookHandler {
  private final EngineEnds engines;
  private final MethodByName engine = new MethodByName("engine");
  private final MethodByName channel = new MethodByName("channel");

  NettySslHandler(EngineEnds engines) {
    this.engines = engines;
  }

  /** Loads: the handler, its context. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    engines.meet(engine.on(loads[0]), channel.on(loads[1]));
    return value;
  }
}
