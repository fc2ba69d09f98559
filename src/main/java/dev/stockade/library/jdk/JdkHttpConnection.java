package dev.stockade.library.jdk;

import dev.stockade.enforce.EngineEnds;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;

/**
 * A connection of {@code java.net.http}, which has its engine and a channel, perhaps to a proxy.
 */
final class JdkHttpConnection implements HookHandler {
  private final EngineEnds engines;
  private final FieldByName engine = new FieldByName("engine");
  private final MethodByName channel = new MethodByName("channel");

  JdkHttpConnection(EngineEnds engines) {
    this.engines = engines;
  }

  /** Loads: the connection, before it connects. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    engines.meet(engine.of(loads[0]), channel.on(loads[0]));
    return value;
  }
}
