package dev.stockade.aws.keys;

import dev.stockade.aws.text.AmzDate;
import dev.stockade.aws.text.BoundedTable;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.RecentCache;
import dev.stockade.aws.text.SeededHash;
import dev.stockade.aws.text.Sha256;
import java.security.PublicKey;
import java.util.List;

/**
 * The keys that this process's signers used: each signs for one access key on one day in one region
 * for one service. Bounded; the secrets they come from are never held. What leaves is only what an
 * HMAC was computed to be, inside this package.
 *
 * <p>An access key id may have up to four different keys at once: programs that talk to stand-ins
 * of AWS use one id with many secrets.
 */
public final class SigningKeys {
  private static final int MAX_SCOPES = 512;

  private final BoundedTable<ScopeKeys> scopes = new BoundedTable<>(MAX_SCOPES);
  private final PublicKeys publicKeys = new PublicKeys();
  private final RecentCache<ScopeKeys> byCredential = new RecentCache<>();
  private volatile long sweptDay;

  /**
   * Remembers a key. A credential that was seen lately is not taken apart again.
   *
   * @param credential {@code ID/day/region/service/aws4_request}, of which an id may have slashes
   * @param signingKey copied
   * @return the hashes of the credential
   */
  public CredentialHash add(String credential, byte[] signingKey) {
    ScopeKeys known = byCredential.get(credential);
    if (known != null && signingKey != null && !known.isGone() && known.holds(signingKey)) {
      known.use();
      return known.hashes();
    }
    String scope = CredentialHash.scope(credential);
    String[] parts = scope.split("/", -1);
    String id = credential.substring(0, credential.length() - scope.length() - 1);
    known = remember(id, parts[0], parts[1], parts[2], signingKey);
    byCredential.put(credential, known);
    return known == null ? CredentialHash.of(credential) : known.hashes();
  }

  /**
   * Remembers a key. Cheap when it is already known.
   *
   * @param day such as {@code 20150830}
   * @param signingKey copied
   */
  public void add(
      String accessKeyId, String day, String region, String service, byte[] signingKey) {
    remember(accessKeyId, day, region, service, signingKey);
  }

  private ScopeKeys remember(
      String accessKeyId, String day, String region, String service, byte[] signingKey) {
    if (accessKeyId == null || day == null || region == null || service == null) {
      return null;
    }
    if (signingKey == null || signingKey.length != Sha256.LENGTH) {
      return null;
    }
    long hash = hash(accessKeyId, day, region, service);
    ScopeKeys known = find(hash, accessKeyId, day, region, service);
    if (known != null && known.holds(signingKey)) {
      known.use();
      return known;
    }
    synchronized (scopes) {
      known = find(hash, accessKeyId, day, region, service);
      if (known == null) {
        known = new ScopeKeys(hash, accessKeyId, day, region, service);
        scopes.add(known);
      }
      known.add(signingKey);
      return known;
    }
  }

  /** Remembers the key that proves the SigV4a signatures of an access key. */
  public void addPublicKey(String accessKeyId, PublicKey key) {
    if (accessKeyId != null && key != null) {
      publicKeys.add(accessKeyId, key);
    }
  }

  /** Never null. */
  public List<PublicKey> publicKeys(String accessKeyId) {
    return publicKeys.of(accessKeyId);
  }

  /**
   * The keys of a scope, or null.
   *
   * @param credential {@code ID/day/region/service}
   */
  public ScopeKeys find(CharSlice credential) {
    long hash = SeededHash.mix(credential.hash(SeededHash.START));
    for (ScopeKeys keys = scopes.chain(hash); keys != null; keys = keys.next()) {
      if (keys.hash == hash && credential.is(keys.credential())) {
        keys.use();
        return keys;
      }
    }
    return null;
  }

  /** Drops the keys of the days before yesterday, once a day. */
  public void sweep(long nowMillis) {
    long day = Math.floorDiv(nowMillis, AmzDate.DAY_MILLIS);
    if (day == sweptDay) {
      return;
    }
    sweptDay = day;
    String yesterday = AmzDate.day(nowMillis - AmzDate.DAY_MILLIS);
    synchronized (scopes) {
      scopes.removeIf(keys -> keys.day().compareTo(yesterday) < 0);
    }
  }

  private ScopeKeys find(long hash, String id, String day, String region, String service) {
    for (ScopeKeys keys = scopes.chain(hash); keys != null; keys = keys.next()) {
      if (keys.hash == hash && keys.isOf(id, day, region, service)) {
        return keys;
      }
    }
    return null;
  }

  private static long hash(String id, String day, String region, String service) {
    long hash = SeededHash.add(SeededHash.add(SeededHash.START, id), '/');
    hash = SeededHash.add(SeededHash.add(hash, day), '/');
    hash = SeededHash.add(SeededHash.add(hash, region), '/');
    return SeededHash.mix(SeededHash.add(hash, service));
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "SigningKeys";
  }
}
