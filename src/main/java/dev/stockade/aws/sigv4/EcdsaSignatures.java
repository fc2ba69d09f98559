package dev.stockade.aws.sigv4;

import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.text.BoundedTable;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.Hex;
import dev.stockade.aws.text.SeededHash;
import dev.stockade.aws.text.Sha256;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;

/**
 * Signatures of SigV4a. Verifying one takes most of a millisecond, so right ones are remembered for
 * a request that is sent again.
 */
final class EcdsaSignatures {
  private static final int MAX_REMEMBERED = 256;

  private final BoundedTable<Right> right = new BoundedTable<>(MAX_REMEMBERED);

  /** Whether one of the keys made the claim's signature over a string to sign. */
  boolean isRight(Authorization claim, List<PublicKey> keys, byte[] text, int length) {
    long hash = SeededHash.mix(claim.signature.hash(SeededHash.of(text, 0, length)));
    for (PublicKey key : keys) {
      Right known = find(hash, key, text, length, claim.signature);
      if (known != null || verify(claim.signature, key, text, length)) {
        if (known == null) {
          remember(hash, key, text, length, claim.signature);
        }
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

  private Right find(long hash, PublicKey key, byte[] text, int length, CharSlice signature) {
    for (Right known = right.chain(hash); known != null; known = known.next()) {
      if (known.hash == hash && known.key == key && known.isOf(text, length, signature)) {
        return known;
      }
    }
    return null;
  }

  private void remember(long hash, PublicKey key, byte[] text, int length, CharSlice signature) {
    Right entry = new Right(hash, key, digest(text, length, signature));
    synchronized (right) {
      right.add(entry);
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
  private static final class Right extends BoundedTable.Entry<Right> {
    private final PublicKey key;
    private final byte[] digest;

    Right(long hash, PublicKey key, byte[] digest) {
      super(hash);
      this.key = key;
      this.digest = digest;
    }

    boolean isOf(byte[] text, int length, CharSlice signature) {
      return Arrays.equals(digest, EcdsaSignatures.digest(text, length, signature));
    }
  }
}
