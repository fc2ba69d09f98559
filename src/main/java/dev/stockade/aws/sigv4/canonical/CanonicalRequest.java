package dev.stockade.aws.sigv4.canonical;

import dev.stockade.aws.keys.SignedRequest;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.sigv4.authorization.SigningHeaders;
import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.HeaderNames;
import dev.stockade.aws.text.Sha256;

/**
 * A request in the canonical forms that its signer may have used (AWS General Reference, "Create a
 * signed AWS API request", step 1), each form of each part written once.
 */
public final class CanonicalRequest {
  private static final int MAX_TARGET = 1 << 15;
  private static final int MAX_HEADER_BYTES = 1 << 14;

  public final CanonicalVariants path = new CanonicalVariants();
  public final CanonicalVariants query = new CanonicalVariants();
  public final CanonicalVariants headers = new CanonicalVariants();
  public final CanonicalVariants payload = new CanonicalVariants();
  public final CanonicalHeaders lines = new CanonicalHeaders();
  public final PayloadHashes payloads = new PayloadHashes();

  private final CanonicalQuery queryForms = new CanonicalQuery();
  private final ByteBuilder wire = new ByteBuilder();
  private final ByteBuilder text = new ByteBuilder();
  private int pathLength;
  private int queryStart;
  private RequestHead head;
  private SigningHeaders known;
  private Authorization claim;
  private boolean s3;
  private boolean all;

  /**
   * Writes the usual forms.
   *
   * @return what makes the request too large to be looked at, or null
   */
  public String read(
      RequestHead head,
      Authorization claim,
      SigningHeaders known,
      SignedRequest logged,
      boolean s3,
      Sha256 sha) {
    this.head = head;
    this.claim = claim;
    this.s3 = s3;
    String tooLarge = tooLarge(head, claim);
    if (tooLarge != null) {
      return tooLarge;
    }
    target(head.target());
    if (CanonicalQuery.isTooLong(wire, queryStart)) {
      return "the query has more than " + CanonicalQuery.MAX + " parameters";
    }
    CanonicalPath.usual(wire, pathLength, s3, path);
    queryForms.usual(wire, queryStart, claim.presigned, query);
    this.known = known;
    lines.write(claim, known, 0, headers);
    headers.end(null);
    if (lines.isTooMany()) {
      return "more than " + CanonicalHeaders.MAX + " headers are signed";
    }
    payloads.write(claim, head, known, logged, sha, payload);
    all = false;
    return null;
  }

  /** What makes a request too large to be looked at, or null. */
  public static String tooLarge(RequestHead head, Authorization claim) {
    if (head.target().length() > MAX_TARGET) {
      return "the request target has more than " + MAX_TARGET + " characters";
    }
    int bytes = 0;
    for (int i = 0; i < head.size(); i++) {
      bytes += head.name(i).length() + head.value(i).length();
    }
    if (bytes > MAX_HEADER_BYTES || claim.signedHeaders.length() > MAX_HEADER_BYTES) {
      return "the headers have more than " + MAX_HEADER_BYTES + " characters";
    }
    return null;
  }

  private void target(String target) {
    int start = 0;
    if (!target.startsWith("/")) {
      // A proxy is sent the whole address (RFC 9112, section 3.2.2).
      int scheme = target.indexOf("://");
      int firstOther = target.indexOf('?');
      if (scheme > 0 && (firstOther < 0 || scheme < firstOther)) {
        int slash = target.indexOf('/', scheme + 3);
        start = firstOther >= 0 && (slash < 0 || slash > firstOther) ? firstOther : slash;
        start = start < 0 ? target.length() : start;
      }
    }
    int mark = target.indexOf('?', start);
    wire.cut(0);
    wire.addWire(target, start, mark < 0 ? target.length() : mark);
    pathLength = wire.size();
    if (mark >= 0) {
      wire.addWire(target, mark + 1, target.length());
    }
    queryStart = pathLength;
  }

  /** Writes the forms that are not the usual ones. */
  public void writeOthers() {
    if (all) {
      return;
    }
    all = true;
    CanonicalPath.others(wire, pathLength, s3, path);
    queryForms.others(wire, queryStart, claim.presigned, query);
    String nonAscii = lines.firstNonAscii();
    if (nonAscii != null) {
      lines.write(claim, known, CanonicalHeaders.UTF8, headers);
      headers.end("header `" + HeaderNames.shown(nonAscii) + "` was signed as UTF-8");
    }
    if (head.isForOtherThanHost()) {
      // AWS's servers may look at either.
      lines.write(claim, known, CanonicalHeaders.AUTHORITY, headers);
      headers.end(null);
      lines.write(claim, known, CanonicalHeaders.AUTHORITY | CanonicalHeaders.OTHER_PORT, headers);
      headers.end("the host was signed with another way to write its default port");
    }
    lines.write(claim, known, CanonicalHeaders.OTHER_PORT, headers);
    headers.end("the host was signed with another way to write its default port");
  }

  /** Puts one combination of forms together; the next one is written over it. */
  public ByteBuilder write(int pathForm, int queryForm, int headerForm, int payloadForm) {
    text.cut(0);
    method(text);
    text.add('\n');
    path.copy(pathForm, text);
    text.add('\n');
    query.copy(queryForm, text);
    text.add('\n');
    headers.copy(headerForm, text);
    text.add('\n');
    text.add(claim.signedHeaders);
    text.add('\n');
    payload.copy(payloadForm, text);
    return text;
  }

  public void method(ByteBuilder out) {
    out.addWire(head.method(), 0, head.method().length());
  }

  public Authorization claim() {
    return claim;
  }

  public SigningHeaders known() {
    return known;
  }

  public RequestHead head() {
    return head;
  }

  /** Forgets the request. */
  public void wipe() {
    path.wipe();
    query.wipe();
    headers.wipe();
    payload.wipe();
    queryForms.wipe();
    wire.wipe();
    text.wipe();
    lines.clear();
    head = null;
    known = null;
    claim = null;
  }
}
