package dev.stockade.aws;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 with a digest that is kept, and HMAC (RFC 2104) on top of it without garbage. */
final class Sha256 {
  static final int LENGTH = 32;
  static final int BLOCK = 64;

  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(byte[] bytes, int from, int to) {
    digest.update(bytes, from, to - from);
  }

  /** Ends the sum of what was added. */
  void end(byte[] out) {
    try {
      digest.digest(out, 0, LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
  }

  void of(byte[] bytes, int from, int to, byte[] out) {
    add(bytes, from, to);
    end(out);
  }

  void hmac(HmacKey key, byte[] bytes, int from, int to, byte[] out) {
    digest.update(key.inner());
    add(bytes, from, to);
    end(out);
    digest.update(key.outer());
    digest.update(out, 0, LENGTH);
    end(out);
  }
}
