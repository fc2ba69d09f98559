package dev.stockade.enforce;

import dev.stockade.weave.HookHandler;

/** Handles sockets that are laid over another one: the peer is who the program names then. */
public final class LayeredSockets implements HookHandler {
  /** The descriptor of a factory's {@code createSocket} over another socket. */
  public static final String OVER = "(Ljava/net/Socket;Ljava/lang/String;IZ)Ljava/net/Socket;";

  private final SocketEnds sockets;

  public LayeredSockets(Enforcement enforcement) {
    this.sockets = enforcement.tls().sockets;
  }

  /** Loads: the socket below, the port of the peer. */
  @Override
  public Object reached(int id, Object value, Object[] loads) {
    sockets.layered(value, loads[0], (Integer) loads[1]);
    return value;
  }
}
