package dev.stockade.aws.keys;

import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.Fingerprint;
import java.util.concurrent.TimeUnit;

/**
 * The record of a signature that a signer of this process made. At first it holds what was signed,
 * to compare what is sent with it, for a moment: until it was judged or about half a second. After
 * that hashes alone are kept, no values.
 */
public final class SignedRequest {
  private static final long LIFE = TimeUnit.MINUTES.toNanos(15);

  final long hash;
  private final long at;
  private final CredentialHash credential;

  /** The canonical request; null when the moment is over. */
  private volatile String text;

  /** Of the canonical request; null before that, and when none are needed. */
  private volatile LineHashes hashes;

  /** A hash of the body, or a marker in its place; null where the hashes have it. */
  private volatile String payloadHash;

  /**
   * @param hash of the signature
   * @param credential who signed and for what; null when that is not known
   * @param at when, in nanoseconds
   */
  SignedRequest(long hash, String canonicalRequest, CredentialHash credential, long at) {
    this.hash = hash;
    this.credential = credential;
    this.text = canonicalRequest;
    this.at = at;
  }

  /** Whether it may be a canonical request: there are an empty line and two more at its end. */
  static boolean isOne(String text) {
    int beforePayload = text.lastIndexOf('\n');
    int beforeSigned = text.lastIndexOf('\n', beforePayload - 1);
    return beforeSigned >= 1 && text.charAt(beforeSigned - 1) == '\n';
  }

  /** The canonical request while it is kept, or null. */
  public String text() {
    return text;
  }

  /**
   * What is sent is what was signed.
   *
   * @param hasKey whether its signature can be computed if it is sent again
   * @param bytes written to and wiped
   */
  public void judged(boolean hasKey, ByteBuilder bytes) {
    String last = text;
    if (hasKey && last != null) {
      payloadHash = last.substring(last.lastIndexOf('\n') + 1);
      text = null;
    } else {
      keepHashes(bytes);
    }
  }

  /** From now on no value is kept. */
  void keepHashes(ByteBuilder bytes) {
    String last = text;
    if (last != null) {
      hashes = LineHashes.of(last, bytes);
      text = null;
    }
  }

  /**
   * Whether it can be compared with a request, and a difference be named: as hashes from now on.
   *
   * @param bytes written to and wiped
   */
  public boolean isComparable(ByteBuilder bytes) {
    keepHashes(bytes);
    return hashes != null;
  }

  /** When it was signed, in nanoseconds. */
  public long at() {
    return at;
  }

  boolean isOver(long now) {
    return now - at > LIFE;
  }

  boolean isOlder(long nanos, long now) {
    return now - at > nanos;
  }

  /**
   * Whether this is the canonical request that was signed; to be asked, as what follows, of one
   * that {@link #isComparable}.
   */
  public boolean isOf(Fingerprint canonicalRequest) {
    return hashes.whole.is(canonicalRequest);
  }

  /** Whether it is known who signed and for what. */
  public boolean knowsCredential() {
    return credential != null;
  }

  /** Of one that {@link #knowsCredential}. */
  public boolean isScope(long hash) {
    return credential.scope == hash;
  }

  /** Whether it was signed as this access key id, which the signature does not cover. */
  public boolean isAccessKey(long hash) {
    return credential.id == hash;
  }

  public boolean isMethod(long hash) {
    return hashes.lines[0] == hash;
  }

  public boolean isPath(long hash) {
    return hashes.lines[1] == hash;
  }

  public boolean isQuery(long hash) {
    return hashes.lines[2] == hash;
  }

  public boolean isHeader(int line, long hash) {
    return hashes.lines[3 + line] == hash;
  }

  public int headers() {
    return hashes.count - 4;
  }

  public boolean isSignedHeaders(long hash) {
    return hashes.lines[hashes.count - 1] == hash;
  }

  /** A hash of the body, or a marker in its place; null for what is no canonical request. */
  public String payloadHash() {
    LineHashes known = hashes;
    return known == null ? payloadHash : known.payloadHash;
  }

  /** Says nothing of what was signed. */
  @Override
  public String toString() {
    return "SignedRequest";
  }
}
