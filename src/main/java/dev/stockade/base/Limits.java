package dev.stockade.base;

/**
 * Length limits for strings from outside. A string is cut where it comes in, before anything keeps
 * it: a peer chooses its names, and a heap full of them would be the host's. One that is short
 * enough costs a look at its length.
 */
public final class Limits {
  /** A DNS name has a maximum of 253 characters (RFC 1035 section 2.3.4). */
  public static final int NAME = 253;

  /** The subject of a certificate: ten attributes of an ordinary length. */
  public static final int DISTINGUISHED_NAME = 500;

  /** A version, a cipher suite, a provider, a header's word: none that exists is as long. */
  public static final int WORD = 128;

  /** A reason that several rules and an engine's own words went into. */
  public static final int REASON = 2000;

  private static final String CUT = "...(cut, has ";

  private Limits() {}

  /** The string itself up to a maximum length; a longer one is cut, and says so with its length. */
  public static String cut(String text, int most) {
    return text == null || text.length() <= most ? text : shortened(text, most);
  }

  public static String name(String text) {
    return cut(text, NAME);
  }

  public static String distinguishedName(String text) {
    return cut(text, DISTINGUISHED_NAME);
  }

  public static String word(String text) {
    return cut(text, WORD);
  }

  /** In the middle: both ends are informative, and an exception may be for a name's end. */
  private static String shortened(String text, int most) {
    String cut = CUT + originalLength(text) + " characters)...";
    int room = Math.max(0, most - cut.length());
    int tail = room / 3;
    return text.substring(0, room - tail) + cut + text.substring(text.length() - tail);
  }

  /** Of a string that was cut before, what it says itself. */
  private static String originalLength(String text) {
    int start = text.indexOf(CUT) + CUT.length();
    int end = start;
    while (start >= CUT.length() && end < start + 10 && isDigit(text, end)) {
      end++;
    }
    return end > start ? text.substring(start, end) : String.valueOf(text.length());
  }

  private static boolean isDigit(String text, int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }
}
