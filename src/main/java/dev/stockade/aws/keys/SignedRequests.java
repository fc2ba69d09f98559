package dev.stockade.aws.keys;

import dev.stockade.aws.text.BoundedTable;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.SeededHash;

/**
 * A table of the requests that the signers of this process signed lately. With it a request can be
 * compared with what was signed, without any key, and what was changed in between can be named. It
 * holds hashes of the signed lines and of the payload, no signature and no value.
 */
public final class SignedRequests {
  private static final int MAX = 1024;

  private final BoundedTable<SignedRequest> signatures = new BoundedTable<>(MAX);

  /**
   * Remembers for fifteen minutes what a signature was made of.
   *
   * @param signatureHex in lower-case hexadecimal
   * @param scope {@code day/region/service/aws4_request}; null when unknown
   */
  public void signed(String canonicalRequest, String signatureHex, String scope) {
    if (canonicalRequest == null || signatureHex == null) {
      return;
    }
    long hash = SeededHash.mix(SeededHash.add(SeededHash.START, signatureHex));
    long ofScope = scope == null ? 0 : SeededHash.add(SeededHash.START, scope);
    SignedRequest entry = SignedRequest.of(hash, canonicalRequest, ofScope);
    if (entry == null) {
      return;
    }
    synchronized (signatures) {
      signatures.add(entry);
    }
  }

  /** What the last signer signed that made this signature, or null. */
  public SignedRequest find(CharSlice signature) {
    long hash = SeededHash.mix(signature.hash(SeededHash.START));
    for (SignedRequest entry = signatures.chain(hash); entry != null; entry = entry.next()) {
      if (entry.hash == hash) {
        return entry.isOver() ? null : entry;
      }
    }
    return null;
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "SignedRequests";
  }
}
