package dev.stockade.library.jdk;

import dev.stockade.enforce.EngineEnds;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;

/** The JDK's HTTPS server, which has both an engine and its channel in hand. */
final class JdkHttpServer implements HookHandler {
  private final EngineEnds engines;
  private final FieldByName engine = new FieldByName("engine");

  JdkHttpServer(EngineEnds engines) {
    this.engines = engines;
  }

  /** Loads: the streams, the channel. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    engines.meet(engine.of(loads[0]), loads[1]);
    return value;
  }
}
