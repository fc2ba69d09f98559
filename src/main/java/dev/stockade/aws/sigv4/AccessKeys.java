package dev.stockade.aws.sigv4;

import dev.stockade.aws.text.BoundedTable;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.SeededHash;

/** The access keys that were seen lately. */
final class AccessKeys {
  private static final int MAX = 256;
  private static final int MAX_LENGTH = 128;

  private final BoundedTable<AccessKey> identities = new BoundedTable<>(MAX);

  AccessKey of(CharSlice accessKey) {
    if (accessKey.length() > MAX_LENGTH) {
      accessKey.part(accessKey.length() - MAX_LENGTH, accessKey.length(), accessKey);
    }
    long hash = SeededHash.mix(accessKey.hash(SeededHash.START));
    AccessKey known = find(hash, accessKey);
    if (known != null) {
      known.use();
      return known;
    }
    synchronized (identities) {
      known = find(hash, accessKey);
      if (known == null) {
        known = new AccessKey(hash, accessKey.copy());
        identities.add(known);
      }
      return known;
    }
  }

  private AccessKey find(long hash, CharSlice accessKey) {
    for (AccessKey one = identities.chain(hash); one != null; one = one.next()) {
      if (one.hash == hash && one.isOf(accessKey)) {
        return one;
      }
    }
    return null;
  }
}
