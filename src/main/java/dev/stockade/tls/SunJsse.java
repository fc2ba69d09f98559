package dev.stockade.tls;

import dev.stockade.journal.Journal;
import dev.stockade.policy.Direction;
import dev.stockade.policy.Narrowing;
import dev.stockade.policy.TlsFacts;
import dev.stockade.weave.Block;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookFamily;
import java.util.Arrays;
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
public final class SunJsse implements HookFamily {
  private static final String HANDSHAKE = "sun/security/ssl/HandshakeContext";
  private static final String TRANSPORT = "sun/security/ssl/TransportContext";

  private static final int BEGIN = 0;
  private static final int PROTOCOLS = 1;
  private static final int SUITES = 2;
  private static final int FINISH = 3;
  private static final int FAIL = 4;

  private final TlsRules rules;
  private final Journal journal;
  private volatile TlsWatch watch;
  private volatile OfferFilter filter;
  private volatile JsseTransport jsse;

  /** The connection whose offer this thread computes; the two offer hooks are in static methods. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<Object> current = new ThreadLocal<Object>();

  /** Enforce: what a connection would have offered, from its begin to its end. */
  private volatile Map<Object, List<?>[]> narrowed;

  public SunJsse(TlsRules rules, Journal journal) {
    this.rules = rules;
    this.journal = journal;
  }

  @Override
  public List<Hook> hooks() {
    return Arrays.asList(
        Hook.enter(
            HANDSHAKE,
            "<init>",
            "(Lsun/security/ssl/SSLContextImpl;Lsun/security/ssl/TransportContext;)V",
            1),
        Hook.returned(HANDSHAKE, "getActiveProtocols", null),
        Hook.returned(HANDSHAKE, "getActiveCipherSuites", null),
        Hook.enter(TRANSPORT, "finishHandshake", null, Hook.THIS),
        Hook.argument(
            TRANSPORT,
            "fatal",
            "(Lsun/security/ssl/Alert;Ljava/lang/String;ZLjava/lang/Throwable;)"
                + "Ljavax/net/ssl/SSLException;",
            1,
            Hook.THIS,
            0,
            3));
  }

  @Override
  public Object reached(int index, Object value, Object[] loads) throws Exception {
    if (watch == null) {
      prepare();
    }
    switch (index) {
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
      default:
        return value;
    }
  }

  private synchronized void prepare() {
    if (watch == null) {
      filter = new OfferFilter(rules.policy());
      narrowed = Collections.synchronizedMap(new WeakHashMap<Object, List<?>[]>());
      jsse = new JsseTransport();
      watch = new TlsWatch(rules, journal);
    }
  }

  private Object protocols(List<?> offered) throws Exception {
    List<?> allowed = filter.protocols(offered, jsse.isServer(current.get()));
    if (allowed != offered) {
      remember(0, offered);
      if (allowed.isEmpty()) {
        refuse(filter.narrowing(offered, null));
      }
    }
    if (allowed.isEmpty()) {
      // JSSE throws now and never asks for the suites.
      current.set(null);
    }
    return allowed;
  }

  private Object suites(List<?> offered) throws Exception {
    List<?> allowed = filter.suites(offered);
    if (allowed != offered) {
      remember(1, offered);
      if (allowed.isEmpty()) {
        refuse(filter.narrowing(null, offered));
      }
    }
    current.set(null);
    return allowed;
  }

  private void remember(int part, List<?> offered) {
    Object context = current.get();
    if (context == null) {
      return;
    }
    List<?>[] offer = part == 0 ? null : narrowed.get(context);
    if (offer == null) {
      offer = new List<?>[2];
      narrowed.put(context, offer);
    }
    offer[part] = offered;
  }

  private void refuse(Narrowing narrowing) throws Exception {
    Object context = current.get();
    current.set(null);
    narrowed.remove(context);
    TlsFacts facts =
        context == null ? new TlsFacts.Builder(null).build() : jsse.peer(context).build();
    throw new Block(watch.refusedOffer(facts, narrowing));
  }

  private void finished(Object context) throws Exception {
    Narrowing narrowing = narrowing(context, jsse.handshake(context));
    narrowed.remove(context);
    String blocked = watch.finished(jsse.outcome(context), narrowing);
    if (blocked != null) {
      jsse.invalidateSession(context);
      throw new Block(jsse.end(context, blocked));
    }
  }

  private Object failed(Object context, Object alert, String diagnostic, Throwable cause)
      throws Exception {
    if (!jsse.isHandshaking(context) || TlsWatch.isOurs(cause)) {
      return diagnostic;
    }
    Object handshake = jsse.handshake(context);
    Narrowing narrowing = narrowing(context, handshake);
    narrowed.remove(context);
    String alertName = ((Enum<?>) alert).name();
    TlsFacts facts = jsse.peer(context).build();
    boolean aboutOffer = isAboutTheOffer(facts, handshake, diagnostic, cause);
    String sentence =
        watch.failed(facts, narrowing, alertName, reasonOf(diagnostic, cause), aboutOffer);
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

  /** What the policy takes, or in audit would take, out of this connection's offer. */
  private Narrowing narrowing(Object context, Object handshake)
      throws ReflectiveOperationException {
    if (watch.enforcing()) {
      List<?>[] offer = narrowed.get(context);
      return offer == null ? Narrowing.NONE : filter.narrowing(offer[0], offer[1]);
    }
    return handshake == null
        ? Narrowing.NONE
        : filter.narrowing(jsse.offeredProtocols(handshake), jsse.offeredSuites(handshake));
  }
}
