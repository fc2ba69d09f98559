package dev.stockade.aws.sigv4.authorization;

import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.PercentEncoding;

/** Reads the parameters {@code X-Amz-…} of a presigned URL. */
final class QueryAuthorization {
  private QueryAuthorization() {}

  /**
   * Fills the claim. The credential is left whole.
   *
   * @return what is wrong with a parameter, or null
   */
  static String read(String target, Authorization claim, CharSlice credential) {
    String wrong = null;
    claim.presigned = true;
    int at = target.indexOf('?') + 1;
    while (at > 0) {
      int next = target.indexOf('&', at);
      int end = next < 0 ? target.length() : next;
      int equals = equals(target, at, end);
      if (target.regionMatches(true, at, "X-Amz-", 0, 6) && equals < end) {
        String value = PercentEncoding.decoded(target.substring(equals + 1, end));
        String bad = take(target, at + 6, equals, value, claim, credential);
        wrong = wrong == null ? bad : wrong;
      }
      at = next + 1;
    }
    return wrong;
  }

  /** Looks no further than the parameter goes, or many of them would cost time by their square. */
  private static int equals(String target, int from, int end) {
    int at = from;
    while (at < end && target.charAt(at) != '=') {
      at++;
    }
    return at;
  }

  private static String take(
      String target, int from, int to, String value, Authorization claim, CharSlice credential) {
    if (is(target, from, to, "Algorithm")) {
      claim.algorithm.set(value);
    } else if (is(target, from, to, "Credential")) {
      credential.set(value);
    } else if (is(target, from, to, "SignedHeaders")) {
      claim.signedHeaders.set(value);
    } else if (is(target, from, to, "Signature")) {
      claim.signature.set(value);
    } else if (is(target, from, to, "Date")) {
      claim.date = value;
    } else if (is(target, from, to, "Region-Set")) {
      claim.regionSet = value;
    } else if (is(target, from, to, "Content-Sha256")) {
      claim.queryContentSha256 = value;
    } else if (is(target, from, to, "Security-Token") || is(target, from, to, "S3session-Token")) {
      claim.token = true;
    } else if (is(target, from, to, "Expires")) {
      return life(value, claim);
    }
    return null;
  }

  private static boolean is(String target, int from, int to, String name) {
    return to - from == name.length() && target.regionMatches(true, from, name, 0, name.length());
  }

  private static String life(String value, Authorization claim) {
    if (!value.matches("[0-9]{1,9}")) {
      return "X-Amz-Expires is not a number of seconds";
    }
    claim.lifeSeconds = Long.parseLong(value);
    return claim.lifeSeconds < 1 || claim.lifeSeconds > 604_800
        ? "X-Amz-Expires is not between 1 and 604800 seconds"
        : null;
  }
}
