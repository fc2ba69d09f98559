package dev.stockade.aws.sigv4.authorization;

import dev.stockade.aws.text.CharSlice;

/**
 * Reads {@code Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…}. Between
 * the parts there may be commas, white space or both, as both occur and AWS takes both.
 */
final class AuthorizationHeader {
  private AuthorizationHeader() {}

  /** Fills the claim. The credential is left whole. */
  static void read(String value, Authorization claim, CharSlice credential) {
    int length = value.length();
    int comma = -1;
    int space = -1;
    for (int at = skip(value, 0); at < length; at = skip(value, Math.min(comma, space))) {
      // Each is looked for again only when it was passed, or many words would cost their square.
      comma = comma < at ? next(value, ',', at) : comma;
      space = space < at ? next(value, ' ', at) : space;
      int end = Math.min(comma, space);
      if (claim.algorithm.isEmpty()) {
        claim.algorithm.set(value, at, end);
      } else if (value.charAt(at) == 'C') {
        part(value, at, end, "Credential=", credential);
      } else if (!part(value, at, end, "Signature=", claim.signature)) {
        part(value, at, end, "SignedHeaders=", claim.signedHeaders);
      }
    }
  }

  private static boolean part(String value, int from, int to, String name, CharSlice out) {
    if (!out.isEmpty() || !value.startsWith(name, from) || from + name.length() > to) {
      return false;
    }
    out.set(value, from + name.length(), to);
    return true;
  }

  private static int skip(String value, int from) {
    int at = from;
    while (at < value.length() && isBetween(value.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int next(String value, char what, int from) {
    int at = value.indexOf(what, from);
    return at < 0 ? value.length() : at;
  }

  private static boolean isBetween(char c) {
    return c == ',' || c <= ' ';
  }
}
