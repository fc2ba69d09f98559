package dev.stockade.tls;

import dev.stockade.policy.Direction;
import dev.stockade.policy.Narrowing;
import dev.stockade.policy.Offer;
import dev.stockade.policy.TlsFacts;
import dev.stockade.weave.Block;
import dev.stockade.weave.Library;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The JDK's own TLS, JDK 8u272 to 27: sockets and engines, client and server, however configured.
 *
 * <p>In enforce the offer is narrowed where JSSE computes it, so that nothing weak goes over the
 * wire; the end of each handshake is judged all the same, because a session made before an attach
 * may be resumed. In audit the offer is read, not touched.
 */
final class SunJsse implements Library {
  private static final int BEGIN = 0;
  private static final int PROTOCOLS = 1;
  private static final int SUITES = 2;
  private static final int FINISH = 3;
  private static final int FAIL = 4;
  private static final int CONTEXT = 5;

  private final TlsWatch watch;
  private final ClientChecks checks;
  private final OfferFilters filters = new OfferFilters();
  private final JsseTransport jsse = new JsseTransport();

  /** The connection whose offer this thread computes; the two offer hooks are in static methods. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<Object> current = new ThreadLocal<Object>();

  /** Connections that began under terms of their own, or whose offer was narrowed. */
  private final Map<Object, Opening> openings =
      Collections.synchronizedMap(new WeakHashMap<Object, Opening>());

  SunJsse(TlsWatch watch, ClientChecks checks) {
    this.watch = watch;
    this.checks = checks;
  }

  @Override
  public Object reached(int place, Object value, Object[] loads) throws Exception {
    switch (place) {
      case BEGIN:
        if (watch.enforcing()) {
          current.set(loads[0]);
        }
        return value;
      case PROTOCOLS:
        return watch.enforcing() ? protocols((List<?>) value) : value;
      case SUITES:
        return watch.enforcing() ? suites((List<?>) value) : value;
      case FINISH:
        finished(loads[0]);
        return value;
      case FAIL:
        return failed(loads[0], loads[1], (String) value, (Throwable) loads[2]);
      case CONTEXT:
        checks.contextMade(loads[0], (Object[]) loads[1]);
        return value;
      default:
        return value;
    }
  }

  private Object protocols(List<?> offered) throws Exception {
    Object context = current.get();
    Ruling ruling = begin(context);
    if (ruling == null || !ruling.terms.enforce()) {
      return offered;
    }
    List<?> allowed =
        filters.of(ruling.terms.enforcedTls()).protocols(offered, jsse.isServer(context));
    if (allowed != offered) {
      opening(context, ruling).protocols = offered;
      if (allowed.isEmpty()) {
        refuse(ruling, new JsseOffer(filters, offered, null));
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
    Opening opening = openings.get(context);
    Ruling ruling = opening == null ? watch.everywhere() : opening.ruling;
    if (ruling == null || !ruling.terms.enforce()) {
      current.set(null);
      return offered;
    }
    List<?> allowed = filters.of(ruling.terms.enforcedTls()).suites(offered);
    if (allowed != offered) {
      opening(context, ruling).suites = offered;
      if (allowed.isEmpty()) {
        refuse(ruling, new JsseOffer(filters, null, offered));
      }
    }
    current.set(null);
    return allowed;
  }

  /** What holds for a connection that begins; null where neither it nor the peer is known. */
  private Ruling begin(Object context) throws Exception {
    openings.remove(context);
    Ruling ruling = watch.everywhere();
    if (ruling == null && context != null) {
      ruling = watch.ruling(jsse.peer(context).build(), System.identityHashCode(context));
      openings.put(context, new Opening(ruling));
    }
    return ruling;
  }

  private Opening opening(Object context, Ruling ruling) {
    Opening opening = openings.get(context);
    if (opening == null) {
      opening = new Opening(ruling);
      if (context != null) {
        openings.put(context, opening);
      }
    }
    return opening;
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
    Offer offer = offer(opening, jsse.handshake(context));
    String blocked = watch.finished(ruling(opening, context, facts), facts, offer);
    if (blocked != null) {
      jsse.invalidateSession(context);
      throw new Block(jsse.end(context, blocked));
    }
  }

  private Ruling ruling(Opening opening, Object context, TlsFacts facts) {
    if (opening != null) {
      return opening.ruling;
    }
    Ruling ruling = watch.everywhere();
    return ruling != null ? ruling : watch.ruling(facts, System.identityHashCode(context));
  }

  private Object failed(Object context, Object alert, String diagnostic, Throwable cause)
      throws Exception {
    if (!jsse.isHandshaking(context) || TlsWatch.isOurs(cause)) {
      return diagnostic;
    }
    Object handshake = jsse.handshake(context);
    Opening opening = openings.remove(context);
    TlsFacts facts = jsse.peer(context).build();
    String sentence =
        watch.failed(
            ruling(opening, context, facts),
            facts,
            offer(opening, handshake),
            ((Enum<?>) alert).name(),
            reasonOf(diagnostic, cause),
            isAboutTheOffer(facts, handshake, diagnostic, cause));
    return sentence == null ? diagnostic : sentence;
  }

  /**
   * Whether the two sides may have failed to agree on what to speak: an answer of the server's, or
   * a client's hello that this server refused. A connection that breaks off, or an alert from
   * somebody who has not said hello, tells nothing about the offer.
   */
  private boolean isAboutTheOffer(
      TlsFacts facts, Object handshake, String diagnostic, Throwable cause)
      throws ReflectiveOperationException {
    boolean saidByPeer = diagnostic != null && diagnostic.contains("Received fatal alert");
    return cause == null
        && handshake != null
        && !jsse.hasAgreed(handshake)
        && !(saidByPeer && facts.direction() == Direction.IN);
  }

  private static String reasonOf(String diagnostic, Throwable cause) {
    String words = cause == null ? null : cause.getMessage();
    if (diagnostic == null || words == null || words.equals(diagnostic)) {
      return diagnostic == null ? words : diagnostic;
    }
    return diagnostic + ": " + words;
  }

  /** What this side would have offered or accepted, had nothing been taken out. */
  private Offer offer(Opening opening, Object handshake) throws ReflectiveOperationException {
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
    final Ruling ruling;
    List<?> protocols;
    List<?> suites;

    Opening(Ruling ruling) {
      this.ruling = ruling;
    }
  }
}
