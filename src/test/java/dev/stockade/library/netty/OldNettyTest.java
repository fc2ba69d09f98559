package dev.stockade.library.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.enforce.Enforcement;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.EventSink;
import dev.stockade.journal.Journal;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.weave.HookRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import org.junit.jupiter.api.Test;

/** An engine that has nothing but the public API of JSSE, as one of the JDK's has. */
class OldNettyTest {
  @Test
  void itsHandshakesAreJudgedAllTheSame() throws Exception {
    Sink sink = new Sink();
    JournalSettings settings = new JournalSettings("audit").summary(false);
    Journal journal = new Journal(new TestOwner(settings).and(sink));
    ActivePolicy policy = new ActivePolicy("audit", Profiles.DEFAULT, 0, "orders", "host-1");
    Enforcement enforcement = new Enforcement(policy, journal, new HookRows(null), null);
    NettyOpenSsl netty = new NettyOpenSsl(enforcement.tls(), enforcement.trust());
    SSLEngine engine = SSLContext.getDefault().createSSLEngine("db.internal", 5432);
    engine.setUseClientMode(true);
    Object[] loads = {engine};
    netty.reached(NettyOpenSsl.STEP, null, loads);
    netty.reached(NettyOpenSsl.STEPPED, HandshakeStatus.FINISHED, loads);
    journal.close();
    assertThat(sink.events).extracting(Event::kind).containsExactly(EventKind.TLS_HANDSHAKE);
    assertThat(sink.events.get(0).tls().alpn()).isNull();
    assertThat(sink.events.get(0).tls().resumed()).isNull();
  }

  private static final class Sink implements EventSink {
    final List<Event> events = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void take(Event event) {
      events.add(event);
    }

    @Override
    public void again(Event event, long count, long first, long last) {}

    @Override
    public void close() {}
  }
}
