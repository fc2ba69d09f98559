package dev.stockade.library.awssdk;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The answers that wait for their error code, between two steps of the SDK: a handful at any time.
 * One that another falls upon goes without.
 */
final class UnparsedAnswers {
  private static final int PLACES = 256;

  private final AtomicReferenceArray<UnparsedAnswer> places = new AtomicReferenceArray<>(PLACES);
  private final AtomicInteger waiting = new AtomicInteger();

  boolean isEmpty() {
    return waiting.get() == 0;
  }

  /** Returns the one whose place it takes; null mostly. */
  UnparsedAnswer add(UnparsedAnswer answer) {
    UnparsedAnswer before = places.getAndSet(place(answer.requestId), answer);
    if (before == null) {
      waiting.incrementAndGet();
    }
    return before;
  }

  /** The one of this request id, or where that is null of this thread; null for none. */
  UnparsedAnswer take(String requestId) {
    int place = place(requestId);
    UnparsedAnswer found = places.get(place);
    if (found == null || !found.isOf(requestId) || !places.compareAndSet(place, found, null)) {
      return null;
    }
    waiting.decrementAndGet();
    return found;
  }

  private static int place(String requestId) {
    int hash = UnparsedAnswer.hash(requestId);
    return (hash ^ hash >>> 8 ^ hash >>> 16) & (PLACES - 1);
  }
}
