package dev.stockade.library.jdk;

import dev.stockade.enforce.ClientVerification;
import dev.stockade.enforce.FailureNotice;
import dev.stockade.enforce.PendingHandshake;
import dev.stockade.enforce.TlsEnforcement;
import dev.stockade.enforce.WeakTable;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

/**
 * The JDK's own TLS, JDK 8u272 to 27: sockets and engines, client and server, however configured.
 *
 * <p>In enforce the offer is narrowed where JSSE computes it, so that nothing weak goes over the
 * wire; the end of each handshake is judged all the same, because a session made before an attach
 * may be resumed. In audit the offer is read, not touched.
 */
final class SunJsse implements HookHandler {
  static final int START = 0;
  static final int PROTOCOLS = 1;
  static final int SUITES = 2;
  static final int FINISH = 3;
  static final int FAIL = 4;
  static final int CONTEXT = 5;
  static final int HTTP_CLIENT = 6;
  static final int SIGNED = 7;
  static final int GROUPS = 8;

  private final TlsEnforcement watch;
  private final ClientVerification checks;
  private final JsseLists protocols = JsseLists.ofProtocols();
  private final JsseLists suites = JsseLists.ofSuites();
  private final TransportContextReader jsse;
  private final JsseFailures failures;
  private final FieldByName conContext = new FieldByName("conContext");
  private final FieldByName engine = new FieldByName("engine");
  private final FieldByName signatureScheme = new FieldByName("signatureScheme");
  private final FieldByName schemeName = new FieldByName("name");

  /** The connection whose offer this thread computes; the two offer hooks are in static methods. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<Object> current = new ThreadLocal<Object>();

  /** Handshakes that started under this engine and have not come to an end, by their connection. */
  private final WeakTable<PendingHandshake> pending = new WeakTable<>();

  SunJsse(TlsEnforcement watch, ClientVerification checks) {
    this.watch = watch;
    this.checks = checks;
    this.jsse = new TransportContextReader(watch.sockets, watch.engines, watch.certificates);
    this.failures = new JsseFailures(jsse);
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    switch (id) {
      case START:
        current.set(loads[0]);
        pending.put(loads[0], watch.start().fromStart().renegotiates(jsse.isNegotiated(loads[0])));
        return value;
      case PROTOCOLS:
        return protocols((List<?>) value);
      case SUITES:
        return suites((List<?>) value);
      case FINISH:
        finished(loads[0]);
        return value;
      case FAIL:
        return failed(loads[0], loads[1], (String) value, (Throwable) loads[2]);
      case CONTEXT:
        checks.contextMade(loads[0], (Object[]) loads[1]);
        return value;
      case HTTP_CLIENT:
        return tubeEnded(loads[0], (Throwable) value);
      case GROUPS:
        groups(loads[0], pending.get(loads[1]));
        return value;
      case SIGNED:
        signed(loads[0], loads[1]);
        return value;
      default:
        throw new IllegalArgumentException("no hook has id " + id);
    }
  }

  private Object protocols(List<?> offered) throws Exception {
    Object context = current.get();
    PendingHandshake handshake = pending(context);
    if (context != null && handshake.needsPeer()) {
      watch.settle(handshake, jsse.peer(context).build(), context);
    }
    List<?> left =
        handshake.enforces()
            ? left(handshake, protocols.of(offered), offered, jsse.isServer(context))
            : offered;
    if (left.isEmpty()) {
      // JSSE throws now and never asks for the suites.
      current.set(null);
    }
    return left;
  }

  private Object suites(List<?> offered) throws Exception {
    PendingHandshake handshake = pending(current.get());
    List<?> left =
        handshake.enforces() ? left(handshake, suites.of(offered), offered, false) : offered;
    current.set(null);
    return left;
  }

  /**
   * Protocols and cipher suites are chosen, so that it is known which groups can be used.
   *
   * @param known null where its start was not seen
   */
  private void groups(Object handshake, PendingHandshake known) throws Exception {
    if (known == null || !known.wantsGroups()) {
      return;
    }
    JsseGroups groups = new JsseGroups(handshake);
    Narrowing taken = known.offers(Offer.ofGroups(groups.names()));
    if (!taken.isEmpty()) {
      groups.remove(taken.removedGroups());
    }
  }

  /** Another one, which is not kept, where this engine came in the middle of a start. */
  private PendingHandshake pending(Object context) {
    PendingHandshake known = context == null ? null : pending.get(context);
    return known != null ? known : watch.start();
  }

  private List<?> left(PendingHandshake handshake, JsseList list, List<?> offered, boolean server)
      throws Exception {
    Narrowing taken = handshake.offers(list.offer);
    if (taken.leavesNothing()) {
      Object context = current.get();
      current.set(null);
      pending.remove(context);
      TlsFacts facts =
          context == null ? new TlsFacts.Builder(null).build() : jsse.peer(context).build();
      throw watch.refusedOffer(handshake, facts, taken);
    }
    return list.leftBy(handshake.enforced(), offered, server);
  }

  /** A message in which the peer signed was read, and its signature was good. */
  private void signed(Object message, Object handshake) throws ReflectiveOperationException {
    Object context = conContext.ifPresent(handshake);
    PendingHandshake known = context == null ? null : pending.get(context);
    Object scheme = signatureScheme.ifPresent(message);
    if (known != null && scheme != null) {
      known.signed((String) schemeName.of(scheme));
    }
  }

  private void finished(Object context) throws Exception {
    TlsFacts.Builder outcome = jsse.outcome(context);
    if (!jsse.isServer(context)) {
      checks.tell(context, outcome);
    }
    PendingHandshake known = pending.remove(context);
    TlsFacts facts = facts(outcome, known);
    String blocked = watch.finished(ended(known, context, facts), facts);
    if (blocked != null) {
      jsse.invalidateSession(context);
      throw new BlockException(jsse.end(context, blocked));
    }
  }

  /** With what was learned on the way where the start was seen. */
  private static TlsFacts facts(TlsFacts.Builder facts, PendingHandshake known) {
    return (known == null ? facts : known.tell(facts)).build();
  }

  /**
   * The handshake that is at its end, with what it offered.
   *
   * @param known null where its start was not seen
   */
  private PendingHandshake ended(PendingHandshake known, Object context, TlsFacts facts)
      throws Exception {
    Object handshake = jsse.handshake(context);
    if (known == null) {
      return earlier(context, facts, handshake);
    }
    watch.settle(known, facts, context);
    if (handshake != null && !known.offer().isWhole()) {
      known.offered(sent(handshake));
    }
    return known;
  }

  /**
   * One that started before this engine came. A weak offer was sent as it was: no engine could
   * narrow it, so what comes of it is reported, not refused. Or the engine before narrowed it, and
   * took along what it knew.
   */
  private PendingHandshake earlier(Object context, TlsFacts facts, Object handshake)
      throws ReflectiveOperationException {
    PendingHandshake known = watch.start(facts, context);
    if (handshake == null) {
      return known;
    }
    if (!known.taken(sent(handshake)).isEmpty()) {
      known = known.reported();
    }
    known.offered(unfiltered(handshake));
    return known;
  }

  private Offer sent(Object handshake) throws ReflectiveOperationException {
    return suites
        .of(jsse.offeredSuites(handshake))
        .with(protocols.of(jsse.offeredProtocols(handshake)));
  }

  private Offer unfiltered(Object handshake) {
    try {
      UnfilteredOffer own = new UnfilteredOffer(handshake);
      return suites.of(own.suites()).with(protocols.of(own.protocols()));
    } catch (ReflectiveOperationException e) {
      // The application's own constraints may throw, and JSSE may change.
      return Offer.UNKNOWN;
    }
  }

  private Object failed(Object context, Object alert, String diagnostic, Throwable cause)
      throws Exception {
    if (!jsse.isHandshaking(context) || TlsEnforcement.isOurs(cause)) {
      return diagnostic;
    }
    FailureNotice notice = told(context, ((Enum<?>) alert).name(), diagnostic, cause);
    if (notice == null) {
      return diagnostic;
    }
    if (cause == null || notice.replaces()) {
      return notice.message(diagnostic);
    }
    // JSSE may throw the cause instead of what it makes of it.
    String message = notice.message(diagnostic == null ? cause.getMessage() : diagnostic);
    notice.extend(cause);
    return message;
  }

  /** The JDK's HTTP client makes an exception of its own where its connection just ends. */
  private Object tubeEnded(Object tube, Throwable thrown) throws Exception {
    Object context = conContext.ifPresent(engine.of(tube));
    if (!(thrown instanceof SSLHandshakeException)
        || context == null
        || pending.get(context) == null
        || !jsse.isHandshaking(context)) {
      return thrown;
    }
    FailureNotice notice = told(context, "HANDSHAKE_FAILURE", null, thrown);
    return notice == null ? thrown : notice.in(thrown);
  }

  private FailureNotice told(Object context, String alert, String diagnostic, Throwable cause)
      throws Exception {
    Object running = jsse.handshake(context);
    PendingHandshake known = pending.remove(context);
    TlsFacts facts = facts(jsse.peer(context), known);
    PendingHandshake handshake = ended(known, context, facts);
    Failure failure =
        failures.of(running, facts.direction(), alert, diagnostic, cause, handshake.offer());
    return watch.failed(handshake, facts, failure);
  }
}
