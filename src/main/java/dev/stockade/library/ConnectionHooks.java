package dev.stockade.library;

import dev.stockade.enforce.EngineEnds;
import dev.stockade.enforce.SocketEnds;
import dev.stockade.weave.Library;
import dev.stockade.weave.reflect.Call;
import dev.stockade.weave.reflect.Member;
import java.lang.ref.WeakReference;
import java.nio.channels.SelectionKey;

/**
 * Where somebody has both an engine and its connection in hand, or lays a socket over another one:
 * once for each connection, before its handshake.
 */
final class ConnectionHooks implements Library {
  private static final int LAST_LAYERED = 2;
  private static final int NETTY = 3;
  private static final int TOMCAT_NIO = 4;
  private static final int TOMCAT_NIO2 = 5;
  private static final int TOMCAT_ENGINE = 6;
  private static final int TOMCAT_11_ENGINE = 7;
  private static final int KAFKA = 9;
  private static final int JDK_SERVER = 11;

  private final SocketEnds sockets;
  private final EngineEnds engines;
  private final Call engine = new Call("engine");
  private final Call channel = new Call("channel");
  private final Call getIoChannel = new Call("getIOChannel");
  private final Member engineField = new Member("engine");

  /** The channel that Tomcat is about to make an engine for, which it does on the same thread. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<WeakReference<Object>> greeting =
      new ThreadLocal<WeakReference<Object>>();

  ConnectionHooks(SocketEnds sockets, EngineEnds engines) {
    this.sockets = sockets;
    this.engines = engines;
  }

  @Override
  public Object reached(int place, Object value, Object[] loads) throws Exception {
    if (place <= LAST_LAYERED) {
      sockets.layered(value, loads[0], (Integer) loads[1]);
      return value;
    }
    switch (place) {
      case NETTY:
        engines.meet(engine.on(loads[0]), channel.on(loads[1]));
        return value;
      case TOMCAT_NIO:
      case TOMCAT_NIO2:
        greeting.set(new WeakReference<Object>(getIoChannel.on(loads[0])));
        return value;
      case TOMCAT_ENGINE:
      case TOMCAT_11_ENGINE:
        tomcat(value);
        return value;
      case KAFKA:
        engines.meet(loads[1], ((SelectionKey) loads[0]).channel());
        return value;
      case JDK_SERVER:
        engines.meet(engineField.of(loads[0]), loads[1]);
        return value;
      default:
        engines.meet(loads[1], loads[0]);
        return value;
    }
  }

  private void tomcat(Object made) throws Exception {
    WeakReference<Object> met = greeting.get();
    Object open = met == null ? null : met.get();
    greeting.remove();
    if (open != null) {
      engines.meet(made, open);
    }
  }
}
