package dev.stockade.aws.sigv4.canonical;

import dev.stockade.aws.keys.SignedRequest;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.sigv4.authorization.SigningHeaders;
import dev.stockade.aws.text.Hex;
import dev.stockade.aws.text.Sha256;

/**
 * The payload hashes that a request may have been signed with: the header {@code
 * x-amz-content-sha256}, or what the service computes when there is none.
 */
public final class PayloadHashes {
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final String SIGNED_AS_EMPTY =
      "the payload was signed as empty and a body is sent: AWS hashes the body";
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  /** Longer bodies are not summed: two milliseconds of the program's time are enough. */
  private static final int MAX_NEEDED = 4 << 20;

  /** Longer bodies are not summed merely to compare them with what the header says. */
  private static final int MAX_COMPARED = 1 << 16;

  private final byte[] hash = new byte[Sha256.LENGTH];
  private final byte[] digits = new byte[2 * Sha256.LENGTH];
  private boolean certain;

  /** Whether the true one is among the forms, so that a failure of all proves something. */
  public boolean isCertain() {
    return certain;
  }

  void write(
      Authorization claim,
      RequestHead head,
      SigningHeaders headers,
      SignedRequest logged,
      Sha256 sha,
      CanonicalVariants out) {
    String header = headers.contentSha256;
    boolean headerSigned = header != null && claim.signs("x-amz-content-sha256");
    certain = headerSigned || (claim.isS3() && (claim.presigned || header != null));
    if (claim.presigned && claim.queryContentSha256 != null) {
      text(claim.queryContentSha256, out);
    }
    if (header != null && (headerSigned || !claim.presigned)) {
      text(header, out);
    }
    if (headerSigned || (header != null && !claim.presigned && claim.isS3())) {
      return;
    }
    if (claim.presigned) {
      text(UNSIGNED, out);
    }
    String signed = logged == null ? null : logged.payloadHash();
    if (signed != null) {
      text(signed, out);
      certain = true;
    }
    body(head, headers, sha, out);
    text(EMPTY, out, isSent(claim, head, headers) ? SIGNED_AS_EMPTY : null);
    text(UNSIGNED, out);
  }

  /** Whether a body certainly follows, of which the service computes the hash. */
  private static boolean isSent(Authorization claim, RequestHead head, SigningHeaders headers) {
    byte[] body = head.body();
    return body != null
        && body.length > 0
        && isWhole(body, headers, true)
        && !claim.presigned
        && !claim.isS3();
  }

  private void body(RequestHead head, SigningHeaders headers, Sha256 sha, CanonicalVariants out) {
    byte[] body = head.body();
    if (body != null && body.length <= MAX_NEEDED) {
      sha.of(body, 0, body.length, hash);
      Hex.write(hash, hash.length, digits, 0);
      out.text.add(digits, 0, digits.length);
      out.end(null);
      certain |= isWhole(body, headers, true);
    } else if (body == null) {
      certain |= isEmpty(head, headers);
    }
  }

  private static void text(String text, CanonicalVariants out) {
    text(text, out, null);
  }

  private static void text(String text, CanonicalVariants out, String cause) {
    out.text.addWire(text, 0, text.length());
    out.end(cause);
  }

  private static boolean isWhole(byte[] body, SigningHeaders headers, boolean whenUnsaid) {
    String said = headers.contentLength();
    return said == null ? whenUnsaid : said.equals(Integer.toString(body.length));
  }

  /** Whether nothing can follow the head (RFC 9112, section 6.3). */
  private static boolean isEmpty(RequestHead head, SigningHeaders headers) {
    String said = headers.contentLength();
    if (said != null) {
      return said.equals("0");
    }
    String method = head.method();
    return !headers.announcesBody() && ("GET".equals(method) || "HEAD".equals(method));
  }

  /** Whether the body in memory certainly is the whole body and not what the header says. */
  public boolean isOther(RequestHead head, SigningHeaders headers, Sha256 sha) {
    byte[] body = head.body();
    String said = headers.contentSha256;
    if (body == null
        || said == null
        || body.length > MAX_COMPARED
        || !Hex.isSha256(said)
        || headers.isChunked()
        || !isWhole(body, headers, false)) {
      return false;
    }
    sha.of(body, 0, body.length, hash);
    Hex.write(hash, hash.length, digits, 0);
    for (int i = 0; i < digits.length; i++) {
      if (digits[i] != said.charAt(i)) {
        return true;
      }
    }
    return false;
  }
}
