package dev.stockade.aws.sigv4;

import dev.stockade.aws.keys.SignedRequest;
import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.sigv4.canonical.CanonicalHeaders;
import dev.stockade.aws.sigv4.canonical.CanonicalRequest;
import dev.stockade.aws.sigv4.canonical.CanonicalVariants;
import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.HeaderNames;
import dev.stockade.aws.text.SeededHash;

/** Names what was changed in a request after it was signed, part by part, never a value. */
final class SignedRequestDiff {
  private static final int MAX_NAMED = 4;

  private final CanonicalRequest request;
  private final SignedRequest logged;
  private final StringBuilder sentence = new StringBuilder();
  private int named;
  private String replaced;

  private SignedRequestDiff(CanonicalRequest request, SignedRequest logged) {
    this.request = request;
    this.logged = logged;
  }

  static SignedRequestDiff of(CanonicalRequest request, SignedRequest logged) {
    SignedRequestDiff comparison = new SignedRequestDiff(request, logged);
    comparison.compare();
    return comparison;
  }

  /** One sentence without a full stop; null when no part differs. */
  String changes() {
    return named == 0 ? null : sentence.toString();
  }

  /** A header that differs and that each hop may replace, when nothing else differs; or null. */
  String replaced() {
    return named == 0 ? replaced : null;
  }

  private void compare() {
    request.writeOthers();
    ByteBuilder method = new ByteBuilder();
    request.method(method);
    if (!logged.isMethod(SeededHash.of(method.array(), 0, method.size()))) {
      say("the method was changed after signing");
    }
    if (!anyForm(request.path, true)) {
      say("the path was changed after signing");
    }
    if (!anyForm(request.query, false)) {
      say("the query was changed after signing");
    }
    headers();
    if (!payload()) {
      say("the payload hash was changed after signing");
    }
  }

  private boolean anyForm(CanonicalVariants forms, boolean path) {
    for (int i = 0; i < forms.size(); i++) {
      long hash = SeededHash.of(forms.text.array(), forms.start(i), forms.end(i));
      if (path ? logged.isPath(hash) : logged.isQuery(hash)) {
        return true;
      }
    }
    return false;
  }

  private boolean payload() {
    String signed = logged.payloadHash();
    ByteBuilder expected = new ByteBuilder();
    expected.addWire(signed, 0, signed.length());
    long hash = SeededHash.of(expected.array(), 0, expected.size());
    for (int i = 0; i < request.payload.size(); i++) {
      CanonicalVariants forms = request.payload;
      if (SeededHash.of(forms.text.array(), forms.start(i), forms.end(i)) == hash) {
        return true;
      }
    }
    return false;
  }

  private void headers() {
    Authorization claim = request.claim();
    ByteBuilder list = new ByteBuilder();
    list.add(claim.signedHeaders);
    String[] names = claim.signedHeaders.copy().split(";", -1);
    if (!logged.isSignedHeaders(SeededHash.of(list.array(), 0, list.size()))
        || logged.headers() != names.length) {
      say("the list of signed headers was changed after signing");
      return;
    }
    boolean[] same = new boolean[names.length];
    int[] counts = new int[names.length];
    CanonicalVariants form = new CanonicalVariants();
    for (int how = 0; how <= CanonicalHeaders.ALL; how++) {
      form.clear();
      request.lines.write(claim, request.known(), how, form);
      for (int i = 0; i < names.length; i++) {
        int from = request.lines.lineStart(i);
        int to = request.lines.lineEnd(i);
        same[i] |= logged.isHeader(i, SeededHash.of(form.text.array(), from, to));
        counts[i] = request.lines.count(i);
      }
    }
    for (int i = 0; i < names.length; i++) {
      if (!same[i] && HopByHop.is(names[i], request.head())) {
        replaced = names[i];
      } else if (!same[i]) {
        header(names[i], counts[i]);
      }
    }
  }

  private void header(String name, int count) {
    if (name.equals("host")) {
      say("the host was changed after signing");
    } else {
      String what = count == 0 ? "removed" : count == 1 ? "changed" : "changed or sent once more";
      say("header `" + HeaderNames.shown(name) + "` was " + what + " after signing");
    }
  }

  private void say(String change) {
    if (named++ < MAX_NAMED) {
      sentence.append(sentence.length() == 0 ? "" : "; ").append(change);
    }
  }
}
