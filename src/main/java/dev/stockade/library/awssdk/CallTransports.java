package dev.stockade.library.awssdk;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which HTTP client made a call: the SDK no longer says when the answer is there. A program has one
 * class of them mostly; then its name is that of every call, and all that is to be done at a call
 * is to see that its client is known. Else by the call's attributes, one object for each call, of
 * which only the identity hash is kept. Two calls may fall on one place, so a name is for people
 * alone.
 */
final class CallTransports {
  private static final int PLACES = 512;
  private static final int CLIENTS = 64;
  private static final String UNKNOWN = "unknown";

  private final AtomicReferenceArray<String> names = new AtomicReferenceArray<>(PLACES);

  /** A program has a few, and keeps them. */
  private final AtomicReferenceArray<WeakReference<Object>> clients =
      new AtomicReferenceArray<>(CLIENTS);

  /** The class of all HTTP clients so far; null for none. */
  private volatile String only;

  private volatile boolean several;

  /**
   * Whether all calls have one transport, and this client is known to be that.
   *
   * @param client may be null
   */
  boolean isTheOnly(Object client) {
    if (several || client == null) {
      return false;
    }
    WeakReference<Object> known = clients.get(place(client, CLIENTS));
    return known != null && known.get() == client;
  }

  /**
   * Notes who makes a call.
   *
   * @param client as the SDK has it
   * @param transport the same, or what it wraps
   */
  void add(Object client, Object call, Object transport) {
    if (call == null || client == null || transport == null) {
      return;
    }
    String name = transport.getClass().getName();
    names.set(place(call, PLACES), name);
    if (only == null) {
      only = name;
    } else if (!only.equals(name)) {
      several = true;
    }
    clients.set(place(client, CLIENTS), new WeakReference<>(client));
  }

  /** The class of the HTTP client. */
  String of(Object call) {
    String name = !several ? only : call == null ? null : names.get(place(call, PLACES));
    return name == null ? UNKNOWN : name;
  }

  private static int place(Object of, int places) {
    int hash = System.identityHashCode(of);
    return (hash ^ hash >>> 9 ^ hash >>> 18) & (places - 1);
  }
}
