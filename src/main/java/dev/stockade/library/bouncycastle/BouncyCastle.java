package dev.stockade.library.bouncycastle;

import dev.stockade.enforce.FailureNotice;
import dev.stockade.enforce.PendingHandshake;
import dev.stockade.enforce.SessionCertificates;
import dev.stockade.enforce.SessionFacts;
import dev.stockade.enforce.TlsAlerts;
import dev.stockade.enforce.TlsEnforcement;
import dev.stockade.enforce.TrustAllRegistry;
import dev.stockade.enforce.WeakTable;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.lang.reflect.Array;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Bouncy Castle's JSSE, also its FIPS edition, which has the same classes. Its {@code
 * ProvTlsClient} and {@code ProvTlsServer} stand for one handshake each: they say what is offered,
 * and know of alerts; their manager is the socket or engine that the application holds.
 */
final class BouncyCastle implements HookHandler {
  static final int PROTOCOLS = 0;
  static final int SUITES = 1;
  static final int STARTED = 2;
  static final int FINISH = 3;
  static final int ALERT_RECEIVED = 4;
  static final int ALERT_RAISED = 5;
  static final int FAILURE = 6;

  private static final String PROVIDER = "BCJSSE";

  private final TlsEnforcement watch;
  private final TrustAllRegistry trust;
  private final BouncySession sessions;
  private final BouncyNames names = new BouncyNames();
  private final BouncyAlert alerts = new BouncyAlert(names);
  private final FieldByName manager = new FieldByName("manager");
  private final FieldByName tlsPeer = new FieldByName("tlsPeer");
  private final FieldByName sslSession = new FieldByName("sslSession");
  private final FieldByName peerHost = new FieldByName("peerHost");
  private final FieldByName wrapSocket = new FieldByName("wrapSocket");
  private final FieldByName protocolVersions = new FieldByName("protocolVersions");
  private final FieldByName cipherSuites = new FieldByName("cipherSuites");
  private final FieldByName context = new FieldByName("context");
  private final MethodByName getSecurityParameters =
      new MethodByName("getSecurityParametersConnection");
  private final MethodByName getPeer = new MethodByName("getPeer");
  private final MethodByName getContextData = new MethodByName("getContextData");
  private final FieldByName trustManager = new FieldByName("x509TrustManager");

  /** Handshakes that started, by the peer object; gone when they ended. */
  private final WeakTable<PendingHandshake> pending = new WeakTable<>();

  /** With what a handshake fails, by the peer object, until its alert is sent. */
  private final WeakTable<String> sentences = new WeakTable<>();

  BouncyCastle(TlsEnforcement watch, TrustAllRegistry trust) {
    this.watch = watch;
    this.trust = trust;
    this.sessions = new BouncySession(new SessionCertificates(watch.certificates));
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    switch (id) {
      case PROTOCOLS:
        if (value != null) {
          begun(loads[0]);
        }
        return mayNarrow(value) ? protocols(loads[0], value) : value;
      case SUITES:
        return mayNarrow(value) ? suites(loads[0], (int[]) value) : value;
      case STARTED:
        started(loads[0]);
        return value;
      case FINISH:
        finished(loads[0], tlsPeer.of(loads[1]));
        return value;
      case ALERT_RECEIVED:
        failed(loads[0], ((Number) loads[1]).intValue(), true, null);
        return value;
      case ALERT_RAISED:
        failed(loads[0], ((Number) loads[1]).intValue(), false, loads[2]);
        return value;
      case FAILURE:
        closed(getPeer.on(loads[0]));
        return value;
      default:
        throw new IllegalArgumentException("no hook has id " + id);
    }
  }

  private boolean mayNarrow(Object offered) {
    return offered != null && watch.judge().mayEnforce();
  }

  /** A peer object is asked for both when it is made; newer clients find them as they start. */
  private void started(Object peer) throws Exception {
    if (pending.get(peer) != null) {
      return;
    }
    begun(peer);
    if (watch.judge().mayEnforce()) {
      protocolVersions.setIfPresent(peer, protocols(peer, protocolVersions.of(peer)));
      cipherSuites.setIfPresent(peer, suites(peer, (int[]) cipherSuites.of(peer)));
    }
  }

  private Object protocols(Object peer, Object offered) throws Exception {
    TlsFacts facts = facts(manager.of(peer)).build();
    String[] all = names.protocols(offered);
    Offer part = Offer.ofProtocols(Arrays.asList(all));
    Narrowing taken = watch.narrow(started(peer, facts), part, facts);
    int removed = taken.removedProtocols().size();
    if (removed == 0) {
      return offered;
    }
    Object kept = Array.newInstance(offered.getClass().getComponentType(), all.length - removed);
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      if (!taken.removes(all[i])) {
        Array.set(kept, count++, Array.get(offered, i));
      }
    }
    return kept;
  }

  private int[] suites(Object peer, int[] offered) throws Exception {
    TlsFacts facts = facts(manager.of(peer)).build();
    String[] all = names.suites(peer.getClass(), offered);
    Offer part = Offer.ofSuites(Arrays.asList(all));
    Narrowing taken = watch.narrow(started(peer, facts), part, facts);
    int removed = taken.removedSuites().size();
    if (removed == 0) {
      return offered;
    }
    int[] kept = new int[all.length - removed];
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      if (!taken.removes(all[i])) {
        kept[count++] = offered[i];
      }
    }
    return kept;
  }

  private PendingHandshake started(Object peer, TlsFacts facts) {
    PendingHandshake handshake = begun(peer);
    watch.settle(handshake, facts, peer);
    return handshake;
  }

  private PendingHandshake begun(Object peer) {
    PendingHandshake handshake = pending.get(peer);
    if (handshake == null) {
      handshake = watch.start().fromStart();
      pending.put(peer, handshake);
    }
    return handshake;
  }

  private void finished(Object connection, Object peer) throws Exception {
    SSLSession session = (SSLSession) sslSession.of(peer);
    Object parameters = getSecurityParameters.on(context.of(peer));
    TlsFacts.Builder builder = facts(connection);
    sessions.tell(builder, connection, session, parameters);
    if (SessionFacts.isClient(connection)) {
      Object data = getContextData.on(connection);
      builder.acceptsAnyCertificate(trust.in(data, trustManager.ifPresent(data)));
    }
    PendingHandshake known = pending.remove(peer);
    TlsFacts facts = facts(builder, known);
    String blocked = watch.finished(ended(known, peer, facts), facts);
    if (blocked != null) {
      session.invalidate();
      throw new BlockException(new SSLHandshakeException(blocked));
    }
  }

  private void failed(Object peer, int number, boolean received, Object cause) throws Exception {
    String alert = TlsAlerts.name(number);
    if (alert == null
        || alerts.isHandshakeComplete(peer)
        || TlsEnforcement.isOurs((Throwable) cause)) {
      return;
    }
    PendingHandshake known = pending.remove(peer);
    TlsFacts facts = facts(facts(manager.of(peer)), known);
    PendingHandshake handshake = ended(known, peer, facts);
    Throwable thrown = (Throwable) cause;
    Failure failure =
        alerts.failure(peer, facts.direction(), alert, received, thrown, handshake.offer());
    FailureNotice notice = watch.failed(handshake, facts, failure);
    if (notice != null && notice.replaces()) {
      sentences.put(peer, notice.message(null));
    } else if (notice != null && thrown != null) {
      notice.extend(thrown);
    }
  }

  /** Bouncy Castle has sent its alert and closed the connection: now it may be said why. */
  private void closed(Object peer) throws BlockException {
    String sentence = peer == null ? null : sentences.remove(peer);
    if (sentence != null) {
      throw new BlockException(new SSLHandshakeException(sentence));
    }
  }

  /** With what was learned on the way where the start was seen. */
  private static TlsFacts facts(TlsFacts.Builder facts, PendingHandshake known) {
    return (known == null ? facts : known.tell(facts)).build();
  }

  /**
   * The handshake that is at its end. Where nothing was enforced at its start, the peer object
   * still has all that is offered.
   *
   * @param known null where its start was not seen
   */
  private PendingHandshake ended(PendingHandshake known, Object peer, TlsFacts facts)
      throws Exception {
    PendingHandshake handshake = known == null ? watch.start() : known;
    watch.settle(handshake, facts, peer);
    if (handshake.offer().isWhole()) {
      return handshake;
    }
    Object versions = protocolVersions.ifPresent(peer);
    int[] numbers = (int[]) cipherSuites.ifPresent(peer);
    if (versions != null && numbers != null) {
      handshake.offered(
          Offer.of(
              Arrays.asList(names.protocols(versions)),
              Arrays.asList(names.suites(peer.getClass(), numbers))));
    }
    return handshake;
  }

  private TlsFacts.Builder facts(Object connection) throws ReflectiveOperationException {
    if (connection instanceof SSLEngine) {
      return watch.engines.facts((SSLEngine) connection, PROVIDER);
    }
    SSLSocket socket = (SSLSocket) connection;
    String host = (String) peerHost.ifPresent(socket);
    TlsFacts.Builder facts = SessionFacts.withoutAddress(socket, host, PROVIDER);
    return watch.sockets.tell(facts, socket, wrapSocket.ifPresent(socket), host);
  }
}
