package dev.stockade.aws.sigv4;

import dev.stockade.aws.keys.LoggedSignature;
import dev.stockade.aws.sigv4.authorization.Claim;
import dev.stockade.aws.sigv4.canonical.CanonicalHeaders;
import dev.stockade.aws.sigv4.canonical.CanonicalRequest;
import dev.stockade.aws.sigv4.canonical.Forms;
import dev.stockade.aws.text.Bytes;
import dev.stockade.aws.text.Hash;
import dev.stockade.aws.text.Names;

/** Names what was changed in a request after it was signed, part by part, never a value. */
final class LogComparison {
  private static final int MOST_NAMED = 4;

  private final CanonicalRequest request;
  private final LoggedSignature logged;
  private final StringBuilder sentence = new StringBuilder();
  private int named;
  private String replaced;

  private LogComparison(CanonicalRequest request, LoggedSignature logged) {
    this.request = request;
    this.logged = logged;
  }

  static LogComparison of(CanonicalRequest request, LoggedSignature logged) {
    LogComparison comparison = new LogComparison(request, logged);
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
    Bytes method = new Bytes();
    request.method(method);
    if (!logged.isMethod(Hash.of(method.array(), 0, method.size()))) {
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

  private boolean anyForm(Forms forms, boolean path) {
    for (int i = 0; i < forms.size(); i++) {
      long hash = Hash.of(forms.text.array(), forms.start(i), forms.end(i));
      if (path ? logged.isPath(hash) : logged.isQuery(hash)) {
        return true;
      }
    }
    return false;
  }

  private boolean payload() {
    String signed = logged.payloadHash();
    Bytes expected = new Bytes();
    expected.addWire(signed, 0, signed.length());
    long hash = Hash.of(expected.array(), 0, expected.size());
    for (int i = 0; i < request.payload.size(); i++) {
      Forms forms = request.payload;
      if (Hash.of(forms.text.array(), forms.start(i), forms.end(i)) == hash) {
        return true;
      }
    }
    return false;
  }

  private void headers() {
    Claim claim = request.claim();
    Bytes list = new Bytes();
    list.add(claim.signedHeaders);
    String[] names = claim.signedHeaders.copy().split(";", -1);
    if (!logged.isSignedHeaders(Hash.of(list.array(), 0, list.size()))
        || logged.headers() != names.length) {
      say("the list of signed headers was changed after signing");
      return;
    }
    boolean[] same = new boolean[names.length];
    int[] counts = new int[names.length];
    Forms form = new Forms();
    for (int how = 0; how <= CanonicalHeaders.ALL; how++) {
      form.clear();
      request.lines.write(claim, request.known(), how, form);
      for (int i = 0; i < names.length; i++) {
        int from = request.lines.lineStart(i);
        int to = request.lines.lineEnd(i);
        same[i] |= logged.isHeader(i, Hash.of(form.text.array(), from, to));
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
      say("header `" + Names.shown(name) + "` was " + what + " after signing");
    }
  }

  private void say(String change) {
    if (named++ < MOST_NAMED) {
      sentence.append(sentence.length() == 0 ? "" : "; ").append(change);
    }
  }
}
