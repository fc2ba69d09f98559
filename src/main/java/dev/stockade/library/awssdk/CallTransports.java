package dev.stockade.library.awssdk;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which HTTP client made a call: the SDK no longer says when the answer is there. A program has one
 * class of them mostly; then its name is that of every call, and all that is to be done at a call
 * is to see that the stage which sends it is known. Else by the call's attributes, one object for
 * each call, of which only the identity hash is kept. Two calls may fall on one place, so a name is
 * for people alone.
 */
final class CallTransports {
  private static final int PLACES = 512;
  private static final int STAGES = 64;
  private static final String UNKNOWN = "unknown";

  private final AtomicReferenceArray<String> names = new AtomicReferenceArray<>(PLACES);

  /** Stages of the pipelines of SDK clients, each of which has one HTTP client. */
  private final AtomicReferenceArray<WeakReference<Object>> stages =
      new AtomicReferenceArray<>(STAGES);

  /** The class of all HTTP clients so far; null for none. */
  private volatile String only;

  private volatile boolean several;

  /** Whether all calls have one transport, and this stage's is known to be that. */
  boolean isOfTheOnly(Object stage) {
    if (several) {
      return false;
    }
    WeakReference<Object> known = stages.get(place(stage, STAGES));
    return known != null && known.get() == stage;
  }

  void add(Object stage, Object call, Object client) {
    if (call == null || client == null) {
      return;
    }
    String name = client.getClass().getName();
    names.set(place(call, PLACES), name);
    if (only == null) {
      only = name;
    } else if (!only.equals(name)) {
      several = true;
    }
    stages.set(place(stage, STAGES), new WeakReference<>(stage));
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
