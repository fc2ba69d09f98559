package dev.stockade.library.jdk;

import dev.stockade.policy.tls.Offer;
import dev.stockade.weave.reflect.FieldByName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * JSSE's lists of protocols, or of cipher suites, by the names of their parts.
 *
 * <p>A process uses the same few lists again and again, each time as another object. So they are
 * looked up by size and ends, and compared part by part: without a key object, a hash over all
 * parts or an iterator where none is needed. A full bucket starts again with the new list alone,
 * because an application may create lists without limit.
 */
final class JsseLists {
  private static final int BUCKETS = 64;
  private static final int MAX_IN_BUCKET = 4;
  private static final FieldByName NAME = new FieldByName("name");

  private final boolean suites;
  private final AtomicReferenceArray<JsseList> buckets = new AtomicReferenceArray<>(BUCKETS);

  private JsseLists(boolean suites) {
    this.suites = suites;
  }

  static JsseLists ofProtocols() {
    return new JsseLists(false);
  }

  static JsseLists ofSuites() {
    return new JsseLists(true);
  }

  /**
   * Two threads may both add a list: one of the two is forgotten.
   *
   * @param list null, as after a handshake of TLS 1.3, is an empty list
   */
  JsseList of(List<?> list) throws ReflectiveOperationException {
    List<?> constants = list == null ? Collections.emptyList() : list;
    int bucket = bucket(constants);
    JsseList first = buckets.get(bucket);
    for (JsseList at = first; at != null; at = at.next) {
      if (at.isOf(constants)) {
        return at;
      }
    }
    List<String> names = names(constants);
    Offer offer = suites ? Offer.ofSuites(names) : Offer.ofProtocols(names);
    boolean isFull = first != null && first.depth >= MAX_IN_BUCKET;
    JsseList added = new JsseList(constants.toArray(), names, offer, isFull ? null : first);
    buckets.set(bucket, added);
    return added;
  }

  private static int bucket(List<?> constants) {
    int size = constants.size();
    if (size == 0) {
      return 0;
    }
    int ends =
        31 * System.identityHashCode(constants.get(0))
            + System.identityHashCode(constants.get(size - 1));
    return (ends + size) & (BUCKETS - 1);
  }

  private static List<String> names(List<?> constants) throws ReflectiveOperationException {
    List<String> names = new ArrayList<String>(constants.size());
    for (Object constant : constants) {
      names.add((String) NAME.of(constant));
    }
    return names;
  }
}
