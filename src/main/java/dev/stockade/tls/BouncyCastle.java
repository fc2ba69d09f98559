package dev.stockade.tls;

import dev.stockade.policy.Direction;
import dev.stockade.policy.Offer;
import dev.stockade.policy.TlsFacts;
import dev.stockade.weave.Block;
import dev.stockade.weave.Library;
import dev.stockade.weave.Member;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Bouncy Castle's JSSE, also its FIPS edition, which has the same classes. Its {@code
 * ProvTlsClient} and {@code ProvTlsServer} stand for one handshake each: they say what is offered,
 * and know of alerts; their manager is the socket or engine that the application holds.
 */
final class BouncyCastle implements Library {
  private static final int PROTOCOLS = 3;
  private static final int SUITES = 5;
  private static final int FINISH = 7;
  private static final int ALERT_RECEIVED = 10;
  private static final int ALERT_RAISED = 12;
  private static final int END = 14;

  private static final String PROVIDER = "BCJSSE";

  private final TlsWatch watch;
  private final BouncyNames names = new BouncyNames();
  private final Member manager = new Member("manager");
  private final Member tlsPeer = new Member("tlsPeer");
  private final Member sslSession = new Member("sslSession");
  private final Member peerHost = new Member("peerHost");
  private final Member wrapSocket = new Member("wrapSocket");
  private final Member protocolVersions = new Member("protocolVersions");
  private final Member cipherSuites = new Member("cipherSuites");
  private final Member detailMessage = new Member("detailMessage");

  /** The handshake whose offer this thread computes; what computes it knows none. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<Object> current = new ThreadLocal<Object>();

  /** Handshakes that began in enforce, by the peer object; gone when it ended. */
  private final Map<Object, NamedOpening> openings =
      Collections.synchronizedMap(new WeakHashMap<Object, NamedOpening>());

  BouncyCastle(TlsWatch watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int place, Object value, Object[] loads) throws Exception {
    if (place < PROTOCOLS) {
      if (watch.enforcing()) {
        current.set(loads[0]);
      }
    } else if (place < FINISH) {
      return watch.enforcing() ? active(place, value) : value;
    } else if (place < ALERT_RECEIVED) {
      finished(loads[0], tlsPeer.of(loads[1]), (SSLSession) sessionOf(loads[1]));
    } else if (place < END) {
      int alert = ((Number) loads[1]).intValue();
      Throwable cause = place < ALERT_RAISED ? null : (Throwable) loads[2];
      failed(loads[0], alert, place < ALERT_RAISED, cause);
    }
    return value;
  }

  /**
   * First the versions are asked for, then the suites: older clients do that while they are made.
   */
  private Object active(int place, Object offered) throws Exception {
    Object peer = current.get();
    if (peer == null || offered == null) {
      return offered;
    }
    if (place < SUITES) {
      return protocols(peer, offered);
    }
    current.remove();
    return suites(peer, (int[]) offered);
  }

  private Object protocols(Object peer, Object offered) throws Exception {
    TlsFacts facts = facts(manager.of(peer)).build();
    String[] all = names.protocols(offered);
    List<String> allowed = Arrays.asList(opening(peer, facts).protocols(watch, facts, all));
    if (allowed.size() == all.length) {
      return offered;
    }
    Object kept = Array.newInstance(offered.getClass().getComponentType(), allowed.size());
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      if (allowed.contains(all[i])) {
        Array.set(kept, count++, Array.get(offered, i));
      }
    }
    return kept;
  }

  private Object suites(Object peer, int[] offered) throws Exception {
    TlsFacts facts = facts(manager.of(peer)).build();
    String[] all = names.suites(peer.getClass(), offered);
    List<String> allowed = Arrays.asList(opening(peer, facts).suites(watch, facts, all));
    if (allowed.size() == all.length) {
      return offered;
    }
    int[] kept = new int[allowed.size()];
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      if (allowed.contains(all[i])) {
        kept[count++] = offered[i];
      }
    }
    return kept;
  }

  private NamedOpening opening(Object peer, TlsFacts facts) {
    NamedOpening opening = openings.get(peer);
    if (opening == null) {
      opening = new NamedOpening(watch.rulingFor(facts, peer));
      openings.put(peer, opening);
    }
    return opening;
  }

  private Object sessionOf(Object connection) throws Exception {
    return sslSession.of(tlsPeer.of(connection));
  }

  private void finished(Object connection, Object peer, SSLSession session) throws Exception {
    TlsFacts facts =
        facts(connection).session(session.getProtocol(), session.getCipherSuite(), false).build();
    NamedOpening opening = openings.remove(peer);
    Ruling ruling = opening == null ? watch.rulingFor(facts, peer) : opening.ruling;
    String blocked = watch.finished(ruling, facts, offer(opening, peer));
    if (blocked != null) {
      session.invalidate();
      throw new Block(new SSLHandshakeException(blocked));
    }
  }

  private void failed(Object peer, int number, boolean received, Throwable cause) throws Exception {
    String alert = TlsAlerts.name(number);
    if (alert == null || sslSession.ifPresent(peer) != null || TlsWatch.isOurs(cause)) {
      return;
    }
    TlsFacts facts = facts(manager.of(peer)).build();
    NamedOpening opening = openings.remove(peer);
    Ruling ruling = opening == null ? watch.rulingFor(facts, peer) : opening.ruling;
    boolean aboutOffer = !(received && facts.direction() == Direction.IN);
    String why = (received ? "Received fatal alert: " : "") + TlsAlerts.label(alert);
    String sentence = watch.failed(ruling, facts, offer(opening, peer), alert, why, aboutOffer);
    if (sentence == null) {
      return;
    }
    if (received) {
      throw new Block(new SSLHandshakeException(sentence));
    }
    // The alert must go out before anything is thrown, and this is what will be.
    if (cause != null) {
      detailMessage.setIfPresent(cause, sentence);
    }
  }

  private Offer offer(NamedOpening opening, Object peer) throws Exception {
    if (opening != null) {
      return opening.offer();
    }
    Object versions = protocolVersions.ifPresent(peer);
    int[] numbers = (int[]) cipherSuites.ifPresent(peer);
    return versions == null || numbers == null
        ? Offer.UNKNOWN
        : new NamedOffer(names.protocols(versions), names.suites(peer.getClass(), numbers));
  }

  private TlsFacts.Builder facts(Object connection) throws ReflectiveOperationException {
    if (connection instanceof SSLEngine) {
      return PublicFacts.of((SSLEngine) connection, PROVIDER);
    }
    SSLSocket socket = (SSLSocket) connection;
    String host = (String) peerHost.ifPresent(socket);
    Object carrier = wrapSocket.ifPresent(socket);
    return carrier != null && carrier.getClass().getClassLoader() != null
        ? PublicFacts.withoutAddress(socket, host, PROVIDER)
        : PublicFacts.of(socket, host, PROVIDER);
  }
}
