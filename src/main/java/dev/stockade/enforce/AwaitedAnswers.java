package dev.stockade.enforce;

/**
 * Which request the next answer belongs to, of HTTP clients that no AWS SDK is above: by the object
 * that they have in their hands at both, a connection or what they made for the one request. A
 * program that sends no such request to AWS pays for one field.
 */
final class AwaitedAnswers {
  /** Where two were written before the first was answered, nobody can tell whose it is. */
  private static final Long UNKNOWN = 0L;

  private final WeakTable<Long> keys = new WeakTable<>();
  private volatile boolean any;

  /** Whether there ever was such a request. */
  boolean any() {
    return any;
  }

  /**
   * A request is about to be written.
   *
   * @param by whose next answer is that to this request; null where that is known otherwise
   * @param key 0 for a request whose answer is of no interest
   */
  void sent(Object by, long key) {
    if (key == 0) {
      if (any && by != null) {
        over(by);
      }
      return;
    }
    if (!any) {
      any = true;
    }
    if (by != null) {
      Long before = keys.put(by, key);
      if (before != null && before != key) {
        keys.put(by, UNKNOWN);
      }
    }
  }

  /** The key of the request that an answer belongs to; 0 where none is awaited or known. */
  long of(Object by) {
    Long key = any ? keys.get(by) : null;
    return key == null ? 0 : key;
  }

  /** The answer is there, or will not come. */
  void over(Object by) {
    Long key = keys.get(by);
    if (key != null && !key.equals(UNKNOWN)) {
      keys.remove(by);
    }
  }
}
