package dev.stockade.aws.keys;

import dev.stockade.aws.request.ObjectPool;
import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.Hex;
import dev.stockade.aws.text.SeededHash;
import dev.stockade.aws.text.Sha256;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A table of the requests that the signers of this process signed lately. With it a request can be
 * compared with what was signed, without any key, and what was changed in between can be named. It
 * holds hashes of the signed lines and of the payload, no signature and no value: but for the
 * moment between signing and sending, and only where somebody sweeps the table.
 *
 * <p>Each signature has a row by its hash, in which the oldest of its few places is written over:
 * no thread waits for another.
 */
public final class SignedRequests {
  private static final int ROW_BITS = 6;
  private static final int ROW = 16;

  /** What is signed is sent long before; what is not sent in this time is kept as hashes. */
  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(500);

  private final AtomicReferenceArray<SignedRequest> places =
      new AtomicReferenceArray<>(ROW << ROW_BITS);

  /** How many were written to each row. */
  private final AtomicIntegerArray written = new AtomicIntegerArray(1 << ROW_BITS);

  /** When it was last swept, in nanoseconds; long ago where nobody comes again. */
  private volatile long swept = System.nanoTime() - 2 * MOMENT;

  /** Whether some may be kept as they were signed. */
  private volatile boolean someKept;

  /** Whether nothing can be there to take away. Of the thread that sweeps. */
  private boolean resting = true;

  private final ObjectPool<ByteBuilder> buffers = new ObjectPool<>(ByteBuilder::new);

  /**
   * Remembers for fifteen minutes what a signature was made of.
   *
   * @param signatureHex in lower-case hexadecimal
   * @param credential who signed and for what; null when unknown
   */
  public void signed(String canonicalRequest, String signatureHex, CredentialHash credential) {
    if (canonicalRequest == null
        || signatureHex == null
        || !SignedRequest.isOne(canonicalRequest)) {
      return;
    }
    long hash = hash(new CharSlice().set(signatureHex));
    long now = System.nanoTime();
    SignedRequest request = new SignedRequest(hash, canonicalRequest, credential, now);
    if (now - swept > MOMENT) {
      keepHashes(request);
      takeAwayLeftOnes();
    } else {
      someKept = true;
    }
    int row = row(hash);
    places.set(place(row, written.getAndIncrement(row)), request);
    if (now - swept > MOMENT) {
      // Who sweeps has gone in between, and may not have seen this one.
      keepHashes(request);
    }
  }

  /** Who swept hangs, perhaps in the output: what it would have taken away is there yet. */
  private void takeAwayLeftOnes() {
    if (someKept) {
      someKept = false;
      takeAway(true, 0);
    }
  }

  private void keepHashes(SignedRequest request) {
    ByteBuilder buffer = buffers.take();
    request.keepHashes(buffer);
    buffers.give(buffer);
  }

  /**
   * Takes the values away from what was signed more than half a second ago. Until it is called, and
   * where it is no longer called, none are kept at all.
   *
   * @param again whether it is called again within a tenth of a second; if not, all are taken away
   */
  public void sweep(boolean again) {
    long now = System.nanoTime();
    if (again ? now - swept < MOMENT / 4 : resting) {
      return;
    }
    resting = !again;
    swept = again ? now : now - 2 * MOMENT;
    takeAway(!again, now);
  }

  private void takeAway(boolean all, long now) {
    for (int i = 0; i < places.length(); i++) {
      SignedRequest request = places.get(i);
      if (request != null && request.text() != null && (all || request.isOlder(MOMENT, now))) {
        keepHashes(request);
      }
    }
  }

  /** What the last signer signed that made this signature, or null. */
  public SignedRequest find(CharSlice signature) {
    return find(hash(signature));
  }

  /** The same for a signature that stands alone. */
  public SignedRequest find(String signature) {
    return find(new CharSlice().set(signature));
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
        return request.isOver(System.nanoTime()) ? null : request;
      }
    }
    return null;
  }

  /**
   * Forgets one that was judged, of which nothing is needed any more: what lives on is copied by
   * the collector again and again.
   */
  public void forget(SignedRequest judged) {
    int row = row(judged.hash);
    int last = written.get(row) - 1;
    for (int i = 0; i < ROW; i++) {
      int place = place(row, last - i);
      if (places.get(place) == judged) {
        places.compareAndSet(place, judged, null);
        return;
      }
    }
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
