package dev.stockade.aws.keys;

import dev.stockade.aws.request.ObjectPool;
import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.Hex;
import dev.stockade.aws.text.SeededHash;
import dev.stockade.aws.text.Sha256;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A table of the requests that the signers of this process signed lately. With it a request can be
 * compared with what was signed, without any key, and what was changed in between can be named. It
 * holds hashes of the signed lines and of the payload, no signature and no value.
 *
 * <p>Each signature has a row by its hash, in which the oldest of its few places is written over:
 * no thread waits for another.
 */
public final class SignedRequests {
  private static final int ROW_BITS = 6;
  private static final int ROW = 16;

  private final AtomicReferenceArray<SignedRequest> places =
      new AtomicReferenceArray<>(ROW << ROW_BITS);

  /** How many were written to each row. */
  private final AtomicIntegerArray written = new AtomicIntegerArray(1 << ROW_BITS);

  private final ObjectPool<ByteBuilder> buffers = new ObjectPool<>(ByteBuilder::new);

  /**
   * Remembers for fifteen minutes what a signature was made of.
   *
   * @param signatureHex in lower-case hexadecimal
   * @param scope {@code day/region/service/aws4_request}; null when unknown
   */
  public void signed(String canonicalRequest, String signatureHex, String scope) {
    signed(canonicalRequest, signatureHex, scope == null ? 0 : ScopeKeys.scopeHash(scope));
  }

  /**
   * The same for a scope whose keys are known.
   *
   * @param scope hash of the credential scope, see {@link SigningKeys#add(String, byte[])}
   */
  public void signed(String canonicalRequest, String signatureHex, long scope) {
    if (canonicalRequest == null || signatureHex == null) {
      return;
    }
    ByteBuilder buffer = buffers.take();
    SignedRequest request =
        SignedRequest.of(hash(new CharSlice().set(signatureHex)), canonicalRequest, scope, buffer);
    buffers.give(buffer);
    if (request != null) {
      int row = row(request.hash);
      places.set(place(row, written.getAndIncrement(row)), request);
    }
  }

  /** What the last signer signed that made this signature, or null. */
  public SignedRequest find(CharSlice signature) {
    return find(hash(signature));
  }

  /** The same for an HMAC. */
  public SignedRequest find(byte[] mac) {
    return find(SeededHash.of(mac, 0, mac.length));
  }

  private SignedRequest find(long hash) {
    int row = row(hash);
    int last = written.get(row) - 1;
    for (int i = 0; i < ROW; i++) {
      SignedRequest request = places.get(place(row, last - i));
      if (request != null && request.hash == hash) {
        return request.isOver() ? null : request;
      }
    }
    return null;
  }

  private static int row(long hash) {
    return (int) (hash >>> (Long.SIZE - ROW_BITS));
  }

  private static int place(int row, int number) {
    return row * ROW + (number & (ROW - 1));
  }

  private static long hash(CharSlice signature) {
    byte[] mac = new byte[Sha256.LENGTH];
    if (signature.length() == 2 * mac.length && Hex.read(signature, mac)) {
      return SeededHash.of(mac, 0, mac.length);
    }
    return SeededHash.mix(signature.hash(SeededHash.START));
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "SignedRequests";
  }
}
