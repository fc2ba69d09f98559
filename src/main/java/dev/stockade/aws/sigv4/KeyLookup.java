package dev.stockade.aws.sigv4;

import dev.stockade.aws.keys.KeySource;
import dev.stockade.aws.keys.RecentMisses;
import dev.stockade.aws.keys.ScopeKeys;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.text.SeededHash;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;

/** Finds the keys for a claim: those that signers used, else what a source can derive now. */
final class KeyLookup {
  private final SigningKeys keys;
  private final KeySource fallback;
  private final RecentMisses misses = new RecentMisses();

  /**
   * @param fallback null when there is none
   */
  KeyLookup(SigningKeys keys, KeySource fallback) {
    this.keys = keys;
    this.fallback = fallback;
  }

  void find(Authorization claim, StringToSign proof) {
    if (claim.ecdsa) {
      List<PublicKey> known = keys.publicKeys(claim.accessKey.copy());
      proof.keys(null, known);
    } else {
      proof.keys(keys.find(claim.credential), null);
    }
  }

  /**
   * Asks the other source, and gives the proof what it had.
   *
   * @return whether there is a key more than before
   */
  boolean askFallback(Authorization claim, StringToSign proof) {
    long hash = SeededHash.mix(claim.credential.hash(SeededHash.START));
    if (fallback == null || misses.has(hash)) {
      return false;
    }
    boolean more = claim.ecdsa ? publicKey(claim) : signingKey(claim);
    if (more) {
      find(claim, proof);
    } else {
      misses.add(hash);
    }
    return more;
  }

  private boolean publicKey(Authorization claim) {
    String id = claim.accessKey.copy();
    PublicKey key = fallback.publicKey(id);
    if (key == null || keys.publicKeys(id).contains(key)) {
      return false;
    }
    keys.addPublicKey(id, key);
    return true;
  }

  private boolean signingKey(Authorization claim) {
    String id = claim.accessKey.copy();
    String day = claim.day.copy();
    String region = claim.region.copy();
    String service = claim.service.copy();
    byte[] key = fallback.signingKey(id, day, region, service);
    if (key == null) {
      return false;
    }
    ScopeKeys known = keys.find(claim.credential);
    boolean more = known == null || !known.holds(key);
    keys.add(id, day, region, service, key);
    Arrays.fill(key, (byte) 0);
    return more;
  }
}
