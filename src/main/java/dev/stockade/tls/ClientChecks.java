package dev.stockade.tls;

import dev.stockade.journal.CallingCode;
import dev.stockade.journal.CodePlace;
import dev.stockade.policy.TlsFacts;
import dev.stockade.weave.Member;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What a client on the JDK's TLS leaves unchecked, told at the end of each of its handshakes: there
 * the peer is known, and contexts made before an attach are seen too. The place that set it up is
 * remembered where it was seen.
 */
final class ClientChecks {
  private final Member sslContext = new Member("sslContext");
  private final Member trustManager = new Member("trustManager");
  private final TrustCheck trust = new TrustCheck();
  private final HostNameCheck hostNames = new HostNameCheck();

  /** By {@code SSLContextImpl}; only those that accept any certificate. */
  private final Map<Object, String> places =
      Collections.synchronizedMap(new WeakHashMap<Object, String>());

  /** An {@code SSLContextImpl} gets its trust managers; null for the default ones. */
  void contextMade(Object context, Object[] trustManagers) throws ReflectiveOperationException {
    if (trustManagers == null) {
      return;
    }
    for (Object manager : trustManagers) {
      if (trust.absentIn(manager) != null) {
        CodePlace place = CallingCode.find();
        if (place != null) {
          places.put(context, place.className() + "." + place.method());
        }
      }
    }
  }

  /** Adds what the client of a {@code TransportContext} left unchecked. */
  void tell(Object transport, TlsFacts.Builder facts) throws ReflectiveOperationException {
    Object context = sslContext.ifPresent(transport);
    Class<?> accepting = trust.absentIn(trustManager.ifPresent(context));
    if (accepting != null) {
      String place = places.get(context);
      facts.acceptsAnyCertificate(
          place == null ? accepting.getName() : accepting.getName() + ", set up by " + place);
    }
  }
}
