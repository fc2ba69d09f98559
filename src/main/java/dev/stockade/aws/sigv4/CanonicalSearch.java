package dev.stockade.aws.sigv4;

import dev.stockade.aws.sigv4.canonical.CanonicalRequest;
import dev.stockade.aws.text.Sha256;

/**
 * Finds the combination of canonical forms that a request was signed in: the usual one, then those
 * in which one part is unusual, then two; no signer is known that is unusual in three. What may
 * have been signed as payload is not unusual but unknown, so all of it is tried with each.
 */
final class CanonicalSearch {
  private static final int MAX_UNUSUAL = 2;

  private int path;
  private int query;
  private int headers;
  private int payload;

  /** Whether the usual combination is right. */
  boolean findUsual(CanonicalRequest request, StringToSign proof, Sha256 sha) {
    return fits(request, proof, sha, 0, 0, 0, 0);
  }

  /** Whether another one is. */
  boolean findOther(CanonicalRequest request, StringToSign proof, Sha256 sha) {
    request.writeOthers();
    for (int unusual = 0; unusual <= MAX_UNUSUAL; unusual++) {
      for (int p = 0; p < request.path.size(); p++) {
        for (int q = 0; q < request.query.size(); q++) {
          for (int h = 0; h < request.headers.size(); h++) {
            for (int y = 0; y < request.payload.size(); y++) {
              if (one(p) + one(q) + one(h) == unusual && fits(request, proof, sha, p, q, h, y)) {
                return true;
              }
            }
          }
        }
      }
    }
    return false;
  }

  private static int one(int form) {
    return form == 0 ? 0 : 1;
  }

  private boolean fits(
      CanonicalRequest request, StringToSign proof, Sha256 sha, int p, int q, int h, int y) {
    if (!proof.fits(request.write(p, q, h, y), sha)) {
      return false;
    }
    path = p;
    query = q;
    headers = h;
    payload = y;
    return true;
  }

  /** What was unusual in the combination found, or null. */
  String cause(CanonicalRequest request) {
    String sentence = null;
    for (String cause :
        new String[] {
          request.path.cause(path),
          request.query.cause(query),
          request.headers.cause(headers),
          request.payload.cause(payload)
        }) {
      if (cause != null) {
        sentence = sentence == null ? cause : sentence + "; " + cause;
      }
    }
    return sentence;
  }

  boolean isUsual() {
    return (path | query | headers | payload) == 0;
  }

  /** What is wrong with the headers' form found, although AWS may take it; or null. */
  String headerCause(CanonicalRequest request) {
    return request.headers.cause(headers);
  }

  /** What is wrong with the payload's form found, or null. */
  String payloadCause(CanonicalRequest request) {
    return request.payload.cause(payload);
  }
}
