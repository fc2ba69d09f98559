package dev.stockade.aws.sigv4;

import dev.stockade.aws.request.WireRequest;
import dev.stockade.aws.sigv4.canonical.CanonicalPath;
import dev.stockade.policy.aws.SignatureStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Every single change of a signed request that must not go unnoticed. */
final class Tampering {
  record Change(String name, WireRequest request) {
    /**
     * Without the key of the other scope nothing is certain, nor when the body may not be whole, as
     * its length is not the one that the head says, nor where signers differ in the path.
     */
    List<SignatureStatus> verdicts() {
      return name.equals(SCOPE)
              || name.endsWith("content-length")
              || CanonicalPath.isOdd(request.target())
          ? List.of(
              SignatureStatus.UNVERIFIABLE, SignatureStatus.MISMATCH, SignatureStatus.MALFORMED)
          : List.of(SignatureStatus.MISMATCH, SignatureStatus.MALFORMED);
    }
  }

  private static final String SCOPE = "region or service";

  private Tampering() {}

  static List<Change> of(WireRequest request) {
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change("method", request.withMethod(request.method().equals("GET") ? "PUT" : "GET")));
    changes.add(new Change("path", request.withTarget(path(request.target()))));
    changes.add(new Change("query", request.withTarget(query(request.target()))));
    for (String name : request.signedHeaders()) {
      if (request.header(name) != null) {
        changes.add(new Change("header " + name, request.with(name, value -> value + "x")));
        changes.add(new Change("repeated " + name, request.adding(name, "y")));
      }
    }
    changes.add(new Change("signature", inSignature(request, Tampering::otherDigit)));
    changes.add(new Change(SCOPE, inScope(request)));
    if (request.isPresigned()) {
      changes.add(new Change("date", request.withTarget(otherDate(request.target()))));
    } else if (request.header("x-amz-date") != null) {
      changes.add(new Change("date", request.with("x-amz-date", Tampering::otherDate)));
    }
    if (request.header("x-amz-content-sha256") == null
        && request.body() != null
        && request.body().length > 0
        && !request.isPresigned()) {
      changes.add(new Change("body", request.withBody(otherBit(request.body()))));
    }
    return changes;
  }

  private static String path(String target) {
    int mark = target.indexOf('?');
    return mark < 0 ? target + "x" : target.substring(0, mark) + "x" + target.substring(mark);
  }

  private static String query(String target) {
    return target + (target.indexOf('?') < 0 ? "?" : "&") + "added=1";
  }

  private static WireRequest inSignature(WireRequest request, UnaryOperator<String> change) {
    String signature = request.signature();
    return replaced(request, signature, change.apply(signature));
  }

  private static String otherDigit(String signature) {
    int last = signature.length() - 1;
    return signature.substring(0, last) + (signature.charAt(last) == '0' ? '1' : '0');
  }

  private static WireRequest inScope(WireRequest request) {
    String credential = request.credential();
    int end = credential.lastIndexOf('/');
    String changed = credential.substring(0, end) + "x" + credential.substring(end);
    return request.isPresigned()
        ? replaced(request, credential.replace("/", "%2F"), changed.replace("/", "%2F"))
        : replaced(request, credential, changed);
  }

  private static WireRequest replaced(WireRequest request, String from, String to) {
    return request.isPresigned()
        ? request.withTarget(request.target().replace(from, to))
        : request.with("Authorization", value -> value.replace(from, to));
  }

  private static byte[] otherBit(byte[] body) {
    byte[] changed = body.clone();
    changed[0] ^= 1;
    return changed;
  }

  /** Another second of the same day. */
  private static String otherDate(String text) {
    int at = text.indexOf("X-Amz-Date=") < 0 ? 0 : text.indexOf("X-Amz-Date=") + 11;
    int second = at + 14;
    char other = text.charAt(second) == '0' ? '1' : '0';
    return text.substring(0, second) + other + text.substring(second + 1);
  }
}
