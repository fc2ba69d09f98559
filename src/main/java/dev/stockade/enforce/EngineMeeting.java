package dev.stockade.enforce;

import dev.stockade.weave.HookHandler;

/** Links an engine with its connection where code has both in hand, before the handshake. */
public final class EngineMeeting implements HookHandler {
  private final EngineEnds engines;

  public EngineMeeting(Enforcement enforcement) {
    this.engines = enforcement.tls().engines;
  }

  /** Loads: the connection, the engine. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    engines.meet(loads[1], loads[0]);
    return value;
  }
}
