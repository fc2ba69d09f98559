package dev.stockade.library.jdk;

import dev.stockade.enforce.ClientChecks;
import dev.stockade.enforce.FailureNotice;
import dev.stockade.enforce.Ruling;
import dev.stockade.enforce.TlsWatch;
import dev.stockade.policy.Judge;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.Block;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.Member;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
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

  private final TlsWatch watch;
  private final ClientChecks checks;
  private final OfferFilters filters = new OfferFilters();
  private final JsseTransport jsse;
  private final JsseFailures failures;
  private final Member conContext = new Member("conContext");
  private final Member engine = new Member("engine");

  /** The connection whose offer this thread computes; the two offer hooks are in static methods. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<Object> current = new ThreadLocal<Object>();

  /** Connections that began under this engine and have not come to an end. */
  private final Map<Object, Opening> openings =
      Collections.synchronizedMap(new WeakHashMap<Object, Opening>());

  SunJsse(TlsWatch watch, ClientChecks checks) {
    this.watch = watch;
    this.checks = checks;
    this.jsse = new JsseTransport(watch.sockets, watch.engines);
    this.failures = new JsseFailures(jsse);
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    switch (id) {
      case START:
        current.set(loads[0]);
        openings.put(loads[0], new Opening(watch.judge()));
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
        return ended(loads[0], (Throwable) value);
      default:
        throw new IllegalArgumentException("no hook has id " + id);
    }
  }

  private Object protocols(List<?> offered) throws Exception {
    Object context = current.get();
    Opening opening = opening(context);
    opening.ruling = begin(opening.judge, context);
    List<?> allowed = offered;
    if (opening.enforces()) {
      allowed =
          filters.of(opening.ruling.terms.enforcedTls()).protocols(offered, jsse.isServer(context));
    }
    if (allowed != offered) {
      opening.protocols = offered;
      if (allowed.isEmpty()) {
        refuse(opening.ruling, new JsseOffer(filters, offered, null));
      }
    }
    if (allowed.isEmpty()) {
      // JSSE throws now and never asks for the suites.
      current.set(null);
    }
    return allowed;
  }

  private Object suites(List<?> offered) throws Exception {
    Object context = current.get();
    Opening opening = opening(context);
    if (context == null) {
      opening.ruling = begin(opening.judge, null);
    }
    List<?> allowed = offered;
    if (opening.enforces()) {
      allowed = filters.of(opening.ruling.terms.enforcedTls()).suites(offered);
    }
    if (allowed != offered) {
      opening.suites = offered;
      if (allowed.isEmpty()) {
        refuse(opening.ruling, new JsseOffer(filters, null, offered));
      }
    }
    current.set(null);
    return allowed;
  }

  /** Another one, which nobody keeps, where this engine came in the middle of a begin. */
  private Opening opening(Object context) {
    Opening opening = context == null ? null : openings.get(context);
    return opening != null ? opening : new Opening(watch.judge());
  }

  /**
   * What holds for a connection that begins; null where nothing is enforced, and where that depends
   * on the peer and nobody knows it.
   */
  private Ruling begin(Judge judge, Object context) throws Exception {
    if (!judge.mayEnforce()) {
      return null;
    }
    if (judge.everywhere() != null) {
      return new Ruling(judge, judge.everywhere());
    }
    return context == null
        ? null
        : watch.ruling(judge, jsse.peer(context).build(), System.identityHashCode(context));
  }

  private void refuse(Ruling ruling, Offer offer) throws Exception {
    Object context = current.get();
    current.set(null);
    openings.remove(context);
    TlsFacts facts =
        context == null ? new TlsFacts.Builder(null).build() : jsse.peer(context).build();
    Narrowing narrowing = offer.narrowedBy(ruling.terms.enforcedTls());
    throw new Block(watch.refusedOffer(ruling, facts, narrowing));
  }

  private void finished(Object context) throws Exception {
    TlsFacts.Builder outcome = jsse.outcome(context);
    if (!jsse.isServer(context)) {
      checks.tell(context, outcome);
    }
    TlsFacts facts = outcome.build();
    Opening opening = openings.remove(context);
    Object handshake = jsse.handshake(context);
    Ruling ruling = ruling(opening, context, facts, handshake);
    String blocked = watch.finished(ruling, facts, offer(opening, handshake));
    if (blocked != null) {
      jsse.invalidateSession(context);
      throw new Block(jsse.end(context, blocked));
    }
  }

  /**
   * What held when the connection began. If that was before this engine came, a weak offer was sent
   * as it was: nobody could narrow it, so what comes of it is reported, not refused.
   */
  private Ruling ruling(Opening opening, Object context, TlsFacts facts, Object handshake)
      throws ReflectiveOperationException {
    if (opening != null && opening.ruling != null) {
      return opening.ruling;
    }
    Judge judge = opening == null ? watch.judge() : opening.judge;
    Ruling ruling = watch.ruling(judge, facts, System.identityHashCode(context));
    if (opening != null || handshake == null) {
      return ruling;
    }
    Offer sent =
        new JsseOffer(filters, jsse.offeredProtocols(handshake), jsse.offeredSuites(handshake));
    return sent.narrowedBy(ruling.terms.enforcedTls()).isEmpty() ? ruling : ruling.reported();
  }

  private Object failed(Object context, Object alert, String diagnostic, Throwable cause)
      throws Exception {
    if (!jsse.isHandshaking(context) || TlsWatch.isOurs(cause)) {
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
  private Object ended(Object tube, Throwable thrown) throws Exception {
    Object context = conContext.ifPresent(engine.of(tube));
    if (!(thrown instanceof SSLHandshakeException)
        || context == null
        || !openings.containsKey(context)
        || !jsse.isHandshaking(context)) {
      return thrown;
    }
    FailureNotice notice = told(context, "HANDSHAKE_FAILURE", null, thrown);
    return notice == null ? thrown : notice.in(thrown);
  }

  private FailureNotice told(Object context, String alert, String diagnostic, Throwable cause)
      throws Exception {
    Object handshake = jsse.handshake(context);
    Opening opening = openings.remove(context);
    TlsFacts facts = jsse.peer(context).build();
    Ruling ruling = ruling(opening, context, facts, handshake);
    Offer offer = offer(opening, handshake);
    Failure failure = failures.of(handshake, facts.direction(), alert, diagnostic, cause, offer);
    return watch.failed(ruling, facts, offer, failure);
  }

  /** What this side would have offered or accepted, had nothing been taken out. */
  private Offer offer(Opening opening, Object handshake) throws ReflectiveOperationException {
    if (opening == null && handshake != null) {
      // The engine before this one may have narrowed it, and took along what it knew.
      try {
        JsseDefaults own = new JsseDefaults(handshake);
        return new JsseOffer(filters, own.protocols(), own.suites());
      } catch (ReflectiveOperationException e) {
        // The application's own constraints may throw, and JSSE may change.
        return Offer.UNKNOWN;
      }
    }
    List<?> protocols = opening == null ? null : opening.protocols;
    List<?> suites = opening == null ? null : opening.suites;
    if (handshake != null) {
      protocols = protocols != null ? protocols : jsse.offeredProtocols(handshake);
      suites = suites != null ? suites : jsse.offeredSuites(handshake);
    }
    return new JsseOffer(filters, protocols, suites);
  }

  /** A connection between its begin and its end. */
  private static final class Opening {
    final Judge judge;

    /** Null where nothing was enforced when it began. */
    Ruling ruling;

    List<?> protocols;
    List<?> suites;

    Opening(Judge judge) {
      this.judge = judge;
    }

    boolean enforces() {
      return ruling != null && ruling.terms.enforce();
    }
  }
}
