package dev.stockade.enforce;

import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import javax.net.ssl.SSLEngine;

/**
 * The two ends of TLS in an engine. An engine knows no connection, so this is what its owner knows:
 * A hook reports when the two meet. A name that a server gave its engine is no address of a client,
 * as it may be the server's own.
 */
public final class EngineEnds {
  private static final int DEEPEST = 4;

  private final ChannelAddresses addresses = new ChannelAddresses();
  private final MethodByName getWrappedEngine = new MethodByName("getWrappedEngine");
  private final FieldByName delegate = new FieldByName("delegate");

  private final WeakTable<Object> ends;

  /**
   * @param ends see {@link Connections#engines}
   */
  EngineEnds(WeakTable<Object> ends) {
    this.ends = ends;
  }

  /**
   * An engine is for this channel.
   *
   * @param channel a socket channel, or what a library has for one
   */
  public void meet(Object engine, Object channel) throws Exception {
    Object[] known = ChannelEnds.kept(channel, addresses);
    Object at = engine;
    for (int depth = 0; at instanceof SSLEngine && depth < DEEPEST; depth++) {
      ends.put(at, known);
      at = inside(at);
    }
  }

  /** A library's engine around the provider's, which is the one whose handshake is seen. */
  private Object inside(Object engine) throws Exception {
    if (engine.getClass().getClassLoader() == null) {
      return null;
    }
    return getWrappedEngine.isOn(engine) ? getWrappedEngine.on(engine) : delegate.ifPresent(engine);
  }

  public TlsFacts.Builder facts(SSLEngine engine, String provider) {
    Direction direction = engine.getUseClientMode() ? Direction.OUT : Direction.IN;
    return tell(new TlsFacts.Builder(direction).seenIn(provider, "SSLEngine"), engine);
  }

  /** Adds both ends of the connection. */
  public TlsFacts.Builder tell(TlsFacts.Builder facts, SSLEngine engine) {
    String host = engine.getPeerHost();
    int port = Math.max(0, engine.getPeerPort());
    ChannelEnds known = ChannelEnds.of(ends.get(engine), addresses);
    if (known == null) {
      return facts.peer(host, null, port);
    }
    facts.local(known.localIp(), known.localPort());
    if (facts.direction() == Direction.IN) {
      return facts.peer(host, known.remoteIp(), known.remotePort());
    }
    if (host != null && port > 0 && port != known.remotePort()) {
      return facts
          .peer(host, SocketEnds.literal(host), port)
          .via(known.remoteName(), known.remoteIp(), known.remotePort());
    }
    // Not the address: a proxy may listen on the target's port.
    return facts.peer(host, null, port);
  }
}
