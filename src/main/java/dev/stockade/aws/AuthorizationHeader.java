package dev.stockade.aws;

/**
 * Reads {@code Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…}. Between
 * the parts there may be commas, white space or both, as both occur and AWS takes both.
 */
final class AuthorizationHeader {
  private AuthorizationHeader() {}

  /** Fills the claim. The credential is left whole. */
  static void read(String value, Claim claim, Span credential) {
    int length = value.length();
    int at = skip(value, 0);
    int end = word(value, at);
    claim.algorithm.set(value, at, end);
    for (at = skip(value, end); at < length; at = skip(value, end)) {
      end = word(value, at);
      if (value.charAt(at) == 'C') {
        part(value, at, end, "Credential=", credential);
      } else if (!part(value, at, end, "Signature=", claim.signature)) {
        part(value, at, end, "SignedHeaders=", claim.signedHeaders);
      }
    }
  }

  private static boolean part(String value, int from, int to, String name, Span out) {
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

  private static int word(String value, int from) {
    int comma = value.indexOf(',', from);
    int space = value.indexOf(' ', from);
    int end = comma < 0 ? value.length() : comma;
    return space < 0 ? end : Math.min(space, end);
  }

  private static boolean isBetween(char c) {
    return c == ',' || c <= ' ';
  }
}
