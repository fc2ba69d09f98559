package dev.stockade.library.awssdk;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which HTTP client made a call: the SDK no longer says when the answer is there. By the call's
 * attributes, one object for each call, of which only the identity hash is kept; the class by its
 * name. Two calls may fall on one place, so a name is for people alone.
 */
final class CallTransports {
  private static final int PLACES = 512;
  private static final String UNKNOWN = "unknown";

  private final AtomicReferenceArray<String> names = new AtomicReferenceArray<>(PLACES);

  void add(Object call, Object client) {
    if (call != null && client != null) {
      names.set(place(call), client.getClass().getName());
    }
  }

  /** The class of the HTTP client. */
  String of(Object call) {
    String name = call == null ? null : names.get(place(call));
    return name == null ? UNKNOWN : name;
  }

  private static int place(Object call) {
    int hash = System.identityHashCode(call);
    return (hash ^ hash >>> 9 ^ hash >>> 18) & (PLACES - 1);
  }
}
