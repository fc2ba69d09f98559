package dev.stockade.aws.sigv4;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.sigv4.authorization.SigningHeaders;
import dev.stockade.aws.text.CharSlice;

/**
 * Compares a request with the canonical request that its signer made, string by string, where the
 * canonical form of each part is certainly that part itself: a plain path, no query, each signed
 * header sent once, in ASCII, without white space to remove. So it is with what the SDKs send most.
 * Says nothing of other requests: they are brought into canonical form.
 */
final class SentAsSigned {
  private String text;
  private int at;

  /** Whether it certainly is the request that was signed; false when that is not known. */
  boolean isCertain(String signed, RequestHead head, Authorization claim, SigningHeaders known) {
    text = signed;
    at = 0;
    try {
      return !claim.presigned
          && isPlain(head.method())
          && takes(head.method())
          && takes("\n")
          && isPlainPath(head.target())
          && takes(head.target())
          && takes("\n\n")
          && takesHeaders(head, claim.signedHeaders, known)
          && takes("\n")
          && takes(claim.signedHeaders)
          && takes("\n")
          && isPayload(known.contentSha256);
    } finally {
      text = null;
    }
  }

  private boolean takes(String part) {
    if (!text.startsWith(part, at)) {
      return false;
    }
    at += part.length();
    return true;
  }

  private boolean takes(CharSlice part) {
    if (!part.standsIn(text, at)) {
      return false;
    }
    at += part.length();
    return true;
  }

  /** Whether all ways to encode and to normalise it leave it as it is. */
  private static boolean isPlainPath(String path) {
    char last = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_'
              || c == '~'
              || (c == '.' && last != '/')
              || (c == '/' && last != '/');
      if (!plain) {
        return false;
      }
      last = c;
    }
    return path.startsWith("/");
  }

  private boolean takesHeaders(RequestHead head, CharSlice names, SigningHeaders known) {
    int from = 0;
    while (from <= names.length()) {
      int end = names.indexOf(';', from);
      int to = end < 0 ? names.length() : end;
      if (!takesHeader(head, names, from, to - from, known)) {
        return false;
      }
      from = to + 1;
    }
    return true;
  }

  private boolean takesHeader(
      RequestHead head, CharSlice names, int from, int length, SigningHeaders known) {
    int index = length == 0 ? -1 : index(head, names, from, length, known);
    if (index < 0 || !isLowerCaseName(names, from, length)) {
      return false;
    }
    at += length + 1;
    String value = head.value(index);
    return isPlain(value) && takes(value) && takes("\n");
  }

  /** Where the only header of that name is, or -1. */
  private static int index(
      RequestHead head, CharSlice names, int from, int length, SigningHeaders known) {
    int key = SigningHeaders.key(length, names.charAt(from));
    int found = -1;
    for (int i = 0; i < head.size(); i++) {
      String name = head.name(i);
      if (known.key(i) == key && name.length() == length && names.isName(from, name)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  /** Whether the next line is of that name, which is in lower case as a canonical one must be. */
  private boolean isLowerCaseName(CharSlice names, int from, int length) {
    if (text.length() - at <= length || text.charAt(at + length) != ':') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = names.charAt(from + i);
      if (c != text.charAt(at + i) || (c >= 'A' && c <= 'Z') || c >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(String value) {
    int length = value.length();
    int all = 0;
    int low = 0;
    for (int i = 0; i < length; i++) {
      int c = value.charAt(i);
      all |= c;
      low |= c - ' ';
    }
    return all < 0x80
        && low >= 0
        && (value.indexOf(' ') < 0
            || (value.charAt(0) != ' '
                && value.charAt(length - 1) != ' '
                && value.indexOf("  ") < 0));
  }

  /** Where no header says it, the signer alone knows what the payload is. */
  private boolean isPayload(String header) {
    return header == null || (isPlain(header) && takes(header) && at == text.length());
  }
}
