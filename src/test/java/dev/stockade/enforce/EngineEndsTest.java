package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.Peer;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.TlsFacts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

class EngineEndsTest {
  private final Map<String, Object> connections = Connections.after(null);
  private final EngineEnds ends = new EngineEnds(Connections.engines(connections));

  /** As libraries have them, by its methods' names. */
  public static final class Channel {
    SocketAddress remote;
    SocketAddress local;
    boolean closed;

    Channel(SocketAddress remote, SocketAddress local) {
      this.remote = remote;
      this.local = local;
    }

    public SocketAddress remoteAddress() throws ClosedChannelException {
      if (closed) {
        throw new ClosedChannelException();
      }
      return remote;
    }

    public SocketAddress localAddress() {
      return local;
    }
  }

  @Test
  void aServersClientIsTheOtherEndOfTheChannelAlsoWhenThatIsClosed() throws Exception {
    SSLEngine engine = engine("127.0.0.1", 8443, false);
    Channel channel = new Channel(at("10.0.0.9", 51234), at("10.0.0.1", 8443));
    ends.meet(engine, channel);
    channel.closed = true;

    TlsFacts facts = facts(engine, Direction.IN);

    assertThat(facts.ip()).isEqualTo("10.0.0.9");
    assertThat(facts.port()).isEqualTo(51234);
    assertThat(facts.localIp()).isEqualTo("10.0.0.1");
    assertThat(Peer.of(facts).destination()).isEqualTo("in:8443");
  }

  @Test
  void theNextEngineInThisJvmKnowsItToo() throws Exception {
    SSLEngine engine = engine("127.0.0.1", 8443, false);
    Channel later = new Channel(null, null);
    ends.meet(engine, later);
    later.remote = at("10.0.0.9", 51234);
    later.local = at("10.0.0.1", 8443);

    Map<String, Object> inherited = Connections.after(connections);
    EngineEnds next = new EngineEnds(Connections.engines(inherited));
    TlsFacts facts = next.tell(new TlsFacts.Builder(Direction.IN), engine).build();

    assertThat(facts.ip()).isEqualTo("10.0.0.9");
    assertThat(inherited.values())
        .allMatch(part -> part.getClass().getClassLoader() == null)
        .hasSameSizeAs(connections.values());
  }

  /** It may be the server's own, and an exception for it would let everybody in. */
  @Test
  void whatAServerToldItsEngineIsNoAddress() throws Exception {
    TlsFacts facts = facts(engine("127.0.0.1", 8443, false), Direction.IN);

    assertThat(facts.host()).isEqualTo("127.0.0.1");
    assertThat(facts.ip()).isNull();
    assertThat(facts.localPort()).isZero();
  }

  @Test
  void aClientsPeerIsItsTargetAndAnotherPortIsThatOfAProxy() throws Exception {
    SSLEngine engine = engine("db.internal", 443, true);
    Channel channel = new Channel(null, null);
    ends.meet(engine, channel);
    assertThat(facts(engine, Direction.OUT).viaPort()).isZero();
    channel.remote = at("10.0.0.3", 3128);
    channel.local = at("10.0.0.1", 50001);

    TlsFacts facts = facts(engine, Direction.OUT);

    assertThat(Peer.of(facts).destination()).isEqualTo("db.internal:443");
    assertThat(facts.ip()).isNull();
    assertThat(facts.viaIp()).isEqualTo("10.0.0.3");
    assertThat(facts.viaPort()).isEqualTo(3128);
    assertThat(facts.localPort()).isEqualTo(50001);
  }

  @Test
  void aTargetThatIsAnAddressHasItThroughAProxyToo() throws Exception {
    SSLEngine engine = engine("10.0.0.7", 443, true);
    ends.meet(engine, new Channel(at("10.0.0.3", 3128), null));

    assertThat(facts(engine, Direction.OUT).ip()).isEqualTo("10.0.0.7");
  }

  @Test
  void aChannelOfAnotherKindTellsNothing() throws Exception {
    SSLEngine engine = engine(null, -1, false);
    ends.meet(engine, new Channel(new SocketAddress() {}, null));
    assertThat(facts(engine, Direction.IN).ip()).isNull();
    ends.meet(engine, "no channel at all");
    assertThat(facts(engine, Direction.IN).ip()).isNull();
  }

  private TlsFacts facts(SSLEngine engine, Direction direction) {
    return ends.tell(new TlsFacts.Builder(direction), engine).build();
  }

  private static InetSocketAddress at(String ip, int port) throws Exception {
    return new InetSocketAddress(InetAddress.getByName(ip), port);
  }

  private static SSLEngine engine(String host, int port, boolean client) throws Exception {
    SSLEngine engine = SSLContext.getDefault().createSSLEngine(host, port);
    engine.setUseClientMode(client);
    return engine;
  }
}
