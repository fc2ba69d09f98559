package dev.stockade.policy.tls;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Reads a profile's file: lines {@code key: value}, comments from {@code #} at a line's start. The
 * keys of lists may be repeated and may hold several names a line; all others stand once.
 */
final class ProfileParser {
  private static final String UNTIL = "until ";

  private final ProfileBuilder profile;
  private final String fileName;
  private final UntilReader until = new UntilReader();
  private final byte[] file;
  private int line;

  private ProfileParser(String fileName, byte[] file) {
    this.fileName = fileName;
    this.file = file;
    this.profile = new ProfileBuilder(file);
  }

  /**
   * Parses the bytes, which must not be changed afterwards.
   *
   * @throws IllegalArgumentException naming file and line of the first mistake
   */
  static Profile parse(String fileName, byte[] file) {
    ProfileParser parser = new ProfileParser(fileName, file);
    parser.readLines();
    return parser.complete();
  }

  private void readLines() {
    String text = new String(file, StandardCharsets.UTF_8);
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      line++;
      String content = text.substring(start, end).trim();
      if (!content.isEmpty() && content.charAt(0) != '#') {
        readLine(content);
      }
      start = end + 1;
    }
  }

  private void readLine(String content) {
    int colon = content.indexOf(':');
    if (colon < 0) {
      throw mistake("expected \"key: value\" but found \"" + content + "\"");
    }
    String key = content.substring(0, colon).trim();
    String value = content.substring(colon + 1).trim();
    if (value.isEmpty()) {
      throw mistake("the key " + key + " has no value");
    }
    if (key.startsWith(UNTIL)) {
      String wrong = until.add(key.substring(UNTIL.length()), value, line);
      if (wrong != null) {
        throw mistake(wrong);
      }
    } else if (!readHead(key, value) && !readNumber(key, value) && !readCondition(key, value)) {
      readList(key, value);
    }
  }

  /** Returns false for a key that is none of these. */
  private boolean readHead(String key, String value) {
    switch (key) {
      case "id":
        profile.id = once(key, profile.id, value);
        return true;
      case "title":
        profile.title = once(key, profile.title, value);
        return true;
      case "source":
        profile.sources.add(value);
        return true;
      case "attribution":
        profile.attribution = once(key, profile.attribution, value);
        return true;
      case "confidence":
        once(key, profile.confidence, value);
        profile.confidence = Confidence.labelled(value);
        check(
            profile.confidence != null,
            "confidence is verified, secondary, interpretation or derived, not " + value);
        return true;
      case "date":
        profile.date = once(key, profile.date, value);
        return true;
      case "minimum":
        profile.minimum = once(key, profile.minimum, version(key, value));
        return true;
      case "recommended":
        profile.recommended = once(key, profile.recommended, version(key, value));
        return true;
      default:
        return false;
    }
  }

  private boolean readNumber(String key, String value) {
    switch (key) {
      case "min-dh-bits":
        profile.minDhBits = bits(key, value);
        return true;
      case "min-key-bits":
        profile.minKeyBits = bits(key, value);
        return true;
      case "min-ec-bits":
        profile.minEcBits = bits(key, value);
        return true;
      default:
        return false;
    }
  }

  /** Each can be said in one way, and holds where it is said. */
  private boolean readCondition(String key, String value) {
    switch (key) {
      case "extended-master-secret":
        profile.requiresExtendedMasterSecret = is(key, value, "required");
        return true;
      case "cbc":
        profile.cbcNeedsEncryptThenMac = is(key, value, "encrypt-then-mac");
        return true;
      case "renegotiation":
        profile.forbidsRenegotiation = is(key, value, "forbidden");
        return true;
      case "report-only":
        profile.reportOnly = is(key, value, "true");
        return true;
      default:
        return false;
    }
  }

  private void readList(String key, String value) {
    switch (key) {
      case "tls13":
      case "tls12":
        check(
            value.startsWith("TLS_"),
            "cipher suites have IANA names such as TLS_AES_128_GCM_SHA256, not " + value);
        addNames(profile.suites, value);
        break;
      case "groups":
        addNames(profile.groups, value);
        break;
      case "schemes":
        addNames(profile.schemes, value);
        break;
      default:
        throw mistake("unknown key " + key);
    }
  }

  private String once(String key, Object before, String value) {
    check(before == null, "the key " + key + " stands twice");
    return value;
  }

  private String version(String key, String value) {
    boolean known = value.startsWith("TLSv1") && Protocols.rank(value) != Protocols.UNKNOWN;
    check(known, "the " + key + " is a TLS version such as TLSv1.2, not " + value);
    return value;
  }

  private int bits(String key, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw mistake(key + " is a number of bits, not " + value);
    }
  }

  private boolean is(String key, String value, String allowed) {
    check(value.equals(allowed), key + " is " + allowed + " or left out, not " + value);
    return true;
  }

  private void addNames(Set<String> names, String value) {
    StringTokenizer tokens = new StringTokenizer(value);
    while (tokens.hasMoreTokens()) {
      String name = tokens.nextToken();
      check(names.add(name), name + " stands twice");
    }
  }

  private Profile complete() {
    String missing = profile.missing();
    check(missing == null, "the file ends, but " + missing + " are needed");
    String wrong = until.addTo(profile);
    if (wrong != null) {
      line = until.line();
      throw mistake(wrong);
    }
    return profile.build();
  }

  private void check(boolean right, String what) {
    if (!right) {
      throw mistake(what);
    }
  }

  private IllegalArgumentException mistake(String what) {
    return new IllegalArgumentException(fileName + ":" + line + ": " + what);
  }
}
