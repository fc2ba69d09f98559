package dev.stockade.library.server;

import dev.stockade.enforce.EngineEnds;
import dev.stockade.weave.HookHandler;
import java.nio.channels.SelectionKey;

/** Kafka's transport layer, client and broker. */
final class Kafka implements HookHandler {
  private final EngineEnds engines;

  Kafka(EngineEnds engines) {
    this.engines = engines;
  }

  /** Loads: the key of the channel, the engine. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    engines.meet(loads[1], ((SelectionKey) loads[0]).channel());
    return value;
  }
}
