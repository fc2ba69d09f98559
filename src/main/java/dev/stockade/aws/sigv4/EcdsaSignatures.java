package dev.stockade.aws.sigv4;

import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.Hex;
import dev.stockade.aws.text.SeededHash;
import dev.stockade.aws.text.Sha256;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Signatures of SigV4a. Verifying one takes most of a millisecond, so right ones are remembered for
 * a request that is sent again. Of two that fall on one place the later one stays: nobody waits.
 */
final class EcdsaSignatures {
  private static final int REMEMBERED_BITS = 8;

  private final AtomicReferenceArray<Right> right =
      new AtomicReferenceArray<>(1 << REMEMBERED_BITS);

  /** Whether one of the keys made the claim's signature over a string to sign. */
  boolean isRight(Authorization claim, List<PublicKey> keys, byte[] text, int length) {
    long hash = SeededHash.mix(claim.signature.hash(SeededHash.of(text, 0, length)));
    int place = (int) (hash >>> (Long.SIZE - REMEMBERED_BITS));
    Right known = right.get(place);
    if (known != null && known.hash == hash && known.isOf(keys, text, length, claim.signature)) {
      return true;
    }
    for (PublicKey key : keys) {
      if (verify(claim.signature, key, text, length)) {
        right.set(place, new Right(hash, key, digest(text, length, claim.signature)));
        return true;
      }
    }
    return false;
  }

  private static boolean verify(CharSlice signature, PublicKey key, byte[] text, int length) {
    byte[] der = new byte[signature.length() / 2];
    Hex.read(signature, der);
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(key);
      verifier.update(text, 0, length);
      return verifier.verify(der);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] digest(byte[] text, int length, CharSlice signature) {
    Sha256 sha = new Sha256();
    byte[] der = new byte[signature.length() / 2];
    byte[] out = new byte[Sha256.LENGTH];
    Hex.read(signature, der);
    sha.add(text, 0, length);
    sha.of(der, 0, der.length, out);
    return out;
  }

  /** A signature that was right under a key. */
  private static final class Right {
    private final long hash;
    private final PublicKey key;
    private final byte[] digest;

    Right(long hash, PublicKey key, byte[] digest) {
      this.hash = hash;
      this.key = key;
      this.digest = digest;
    }

    boolean isOf(List<PublicKey> keys, byte[] text, int length, CharSlice signature) {
      return keys.contains(key)
          && Arrays.equals(digest, EcdsaSignatures.digest(text, length, signature));
    }
  }
}
