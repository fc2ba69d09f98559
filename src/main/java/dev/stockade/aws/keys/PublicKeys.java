package dev.stockade.aws.keys;

import dev.stockade.aws.text.BoundedTable;
import dev.stockade.aws.text.SeededHash;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The public keys of the access keys that sign with SigV4a; read without a lock. */
final class PublicKeys {
  static final int MAX = 64;

  private final BoundedTable<OfOne> table = new BoundedTable<>(MAX);

  void add(String accessKeyId, PublicKey key) {
    if (of(accessKeyId).contains(key)) {
      return;
    }
    synchronized (table) {
      OfOne known = find(accessKeyId);
      if (known == null) {
        known = new OfOne(hash(accessKeyId), accessKeyId);
        table.add(known);
      }
      known.add(key);
    }
  }

  /** Never null. */
  List<PublicKey> of(String accessKeyId) {
    OfOne known = find(accessKeyId);
    if (known == null) {
      return Collections.emptyList();
    }
    known.use();
    return known.keys;
  }

  private OfOne find(String accessKeyId) {
    long hash = hash(accessKeyId);
    for (OfOne one = table.chain(hash); one != null; one = one.next()) {
      if (one.hash == hash && one.accessKeyId.equals(accessKeyId)) {
        return one;
      }
    }
    return null;
  }

  private static long hash(String accessKeyId) {
    return SeededHash.mix(SeededHash.add(SeededHash.START, accessKeyId));
  }

  /** Those of one access key. */
  private static final class OfOne extends BoundedTable.Entry<OfOne> {
    private final String accessKeyId;

    /** Replaced, never changed. */
    private volatile List<PublicKey> keys = Collections.emptyList();

    OfOne(long hash, String accessKeyId) {
      super(hash);
      this.accessKeyId = accessKeyId;
    }

    /** Only by threads that hold the table's monitor. */
    void add(PublicKey key) {
      List<PublicKey> known = keys;
      if (!known.contains(key) && known.size() < ScopeKeys.MAX_KEYS) {
        PublicKey[] more = Arrays.copyOf(known.toArray(new PublicKey[0]), known.size() + 1);
        more[known.size()] = key;
        keys = Collections.unmodifiableList(Arrays.asList(more));
      }
    }
  }
}
