package dev.stockade.aws.text;

import dev.stockade.base.Digest;
import java.security.DigestException;
import java.security.MessageDigest;

/** SHA-256 with a digest that is kept, and HMAC (RFC 2104) on top of it without garbage. */
public final class Sha256 {
  public static final int LENGTH = 32;
  public static final int BLOCK = 64;

  private final MessageDigest digest = Digest.sha256();

  public void add(byte[] bytes, int from, int to) {
    digest.update(bytes, from, to - from);
  }

  /** Finishes the hash of what was added. */
  void end(byte[] out) {
    try {
      digest.digest(out, 0, LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
  }

  public void of(byte[] bytes, int from, int to, byte[] out) {
    add(bytes, from, to);
    end(out);
  }

  public void hmac(HmacKey key, byte[] bytes, int from, int to, byte[] out) {
    digest.update(key.inner());
    add(bytes, from, to);
    end(out);
    digest.update(key.outer());
    digest.update(out, 0, LENGTH);
    end(out);
  }
}
