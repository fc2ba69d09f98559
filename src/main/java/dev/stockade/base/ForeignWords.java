package dev.stockade.base;

import java.util.regex.Pattern;

/**
 * The message of an exception that is not ours, fit for a record, a log line or an exception of our
 * own: an application's trust manager may name the address it asked, with the token in its query.
 */
public final class ForeignWords {
  /** More is no explanation, and would make the patterns slow. */
  static final int MAX = 500;

  private static final String REMOVED = "(removed)";

  private static final String SECRET_NAME =
      "[\\w.-]*(?:token|secret|passw(?:or)?d|passphrase|pwd|api[_-]?key|access[_-]?key|private[_-]?key"
          + "|signature|credential|cookie|session[_-]?(?:id|key)|jwt|\\bsig\\b|\\bauth\\b)[\\w.-]*";

  private static final Pattern QUERY = Pattern.compile("\\?[^\\s?\"'<>]*=[^\\s\"'<>]*");
  private static final Pattern USER = Pattern.compile("//[^/\\s@]+@");
  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?i)(authorization[\"']?\\s*[=:]\\s*).*", Pattern.DOTALL);
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(" + SECRET_NAME + "[\"']?\\s*[=:]\\s*)(?:\"[^\"]*\"?|'[^']*'?|[^\\s,;&)\\]}]+)");
  private static final Pattern BARE =
      Pattern.compile(
          "(?i:bearer)\\s+[\\w.~+/=-]{8,}|\\beyJ[\\w-]+\\.[\\w-]+(?:\\.[\\w-]*)?"
              + "|\\bA[KS]IA[A-Z0-9]{12,}");

  private ForeignWords() {}

  /** Without query strings, user names in addresses and whatever is named like a secret. */
  public static String clean(String words) {
    if (words == null) {
      return null;
    }
    String text = Limits.cut(words, MAX);
    text = QUERY.matcher(text).replaceAll("?" + REMOVED);
    text = USER.matcher(text).replaceAll("//" + REMOVED + "@");
    text = AUTHORIZATION.matcher(text).replaceAll("$1" + REMOVED);
    text = NAMED.matcher(text).replaceAll("$1" + REMOVED);
    return BARE.matcher(text).replaceAll(REMOVED);
  }
}
