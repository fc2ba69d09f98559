package dev.stockade.aws.sigv4;

import dev.stockade.aws.text.BoundedTable;
import dev.stockade.aws.text.Hash;
import dev.stockade.aws.text.Span;

/** The access keys that were seen lately. */
final class Identities {
  private static final int MOST = 256;
  private static final int MOST_LENGTH = 128;

  private final BoundedTable<Identity> identities = new BoundedTable<>(MOST);

  Identity of(Span accessKey) {
    if (accessKey.length() > MOST_LENGTH) {
      accessKey.part(accessKey.length() - MOST_LENGTH, accessKey.length(), accessKey);
    }
    long hash = Hash.mix(accessKey.hash(Hash.START));
    Identity known = find(hash, accessKey);
    if (known != null) {
      known.use();
      return known;
    }
    synchronized (identities) {
      known = find(hash, accessKey);
      if (known == null) {
        known = new Identity(hash, accessKey.copy());
        identities.add(known);
      }
      return known;
    }
  }

  private Identity find(long hash, Span accessKey) {
    for (Identity one = identities.chain(hash); one != null; one = one.next()) {
      if (one.hash == hash && one.isOf(accessKey)) {
        return one;
      }
    }
    return null;
  }
}
