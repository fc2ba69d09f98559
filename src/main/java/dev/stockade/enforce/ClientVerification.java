package dev.stockade.enforce;

import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.reflect.FieldByName;

/**
 * Finds what a client on the JDK's TLS leaves unchecked, at the end of each of its handshakes:
 * there the peer is known, and contexts made before an attach are seen too. The call site that set
 * it up is remembered where it was seen.
 */
public final class ClientVerification {
  private final FieldByName sslContext = new FieldByName("sslContext");
  private final FieldByName trustManager = new FieldByName("trustManager");
  private final FieldByName connection = new FieldByName("transport");
  private final FieldByName sslConfig = new FieldByName("sslConfig");
  private final FieldByName identification = new FieldByName("identificationProtocol");
  private final TrustAllRegistry trust;
  private final AnyHostNameDetector hostNames = new AnyHostNameDetector();

  /** Engines whose maker leaves out the host name check. */
  private final WeakTable<String> unnamed = new WeakTable<>();

  /** While there was none of them, a handshake does not look for its own. */
  private volatile boolean anyUnnamed;

  /** For the handshake that this thread is about to start: the host and the idle verifier. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<String[]> verifier = new ThreadLocal<String[]>();

  public ClientVerification(TrustAllRegistry trust) {
    this.trust = trust;
  }

  /**
   * A client starts a handshake on this thread, and asks only a verifier for the host name.
   *
   * @param host the name that the handshake will be for; null when unknown
   */
  public void verifier(Object asked, Object host) {
    Class<?> accepting = host == null ? null : hostNames.absentIn(asked);
    if (accepting == null) {
      verifier.remove();
    } else {
      verifier.set(new String[] {(String) host, accepting.getName()});
    }
  }

  /** A client will ask only a verifier for the host name of an engine's peer. */
  public void verifierOf(Object engine, Object asked) {
    Class<?> accepting = hostNames.absentIn(asked);
    if (accepting != null) {
      unnamed(engine, accepting.getName());
    }
  }

  /** Nothing will check the host name of an engine's peer. */
  public void unnamed(Object engine, String why) {
    unnamed.put(engine, why);
    anyUnnamed = true;
  }

  /** An {@code SSLContextImpl} gets its trust managers; null for the default ones. */
  public void contextMade(Object context, Object[] trustManagers)
      throws ReflectiveOperationException {
    if (trustManagers == null) {
      return;
    }
    for (Object manager : trustManagers) {
      trust.setUp(context, manager);
    }
  }

  /** Adds what the client of a {@code TransportContext} left unchecked. */
  public void tell(Object transport, TlsFacts.Builder facts) throws ReflectiveOperationException {
    Object context = sslContext.ifPresent(transport);
    facts.acceptsAnyCertificate(trust.in(context, trustManager.ifPresent(context)));
    tellHostName(transport, facts);
  }

  private void tellHostName(Object transport, TlsFacts.Builder facts)
      throws ReflectiveOperationException {
    String[] asked = verifier.get();
    String who = anyUnnamed ? unnamed.get(connection.ifPresent(transport)) : null;
    if (asked != null) {
      verifier.remove();
      // A handshake that failed leaves its verifier behind: it must not be taken for another's.
      who = asked[0].equalsIgnoreCase(facts.host()) ? asked[1] : who;
    }
    if (who != null && !isCheckedByEngine(transport)) {
      facts.acceptsAnyHostName(who);
    }
  }

  private boolean isCheckedByEngine(Object transport) throws ReflectiveOperationException {
    String algorithm = (String) identification.ifPresent(sslConfig.ifPresent(transport));
    return algorithm != null && !algorithm.isEmpty();
  }
}
