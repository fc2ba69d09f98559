package dev.stockade.policy.tls;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;

/**
 * Reads a profile's file: lines {@code key: value}, comments from {@code #} at a line's start. The
 * keys of lists may be repeated and may hold several names a line; all others stand once.
 */
final class ProfileParser {
  String id;
  String title;
  String source;
  String date;
  String minimum;
  final Set<String> suites = new LinkedHashSet<>();
  final Set<String> groups = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  int minDhBits = 2048;

  /** As strong as each other, 112 bits: NIST SP 800-57 part 1, table 2. */
  int minKeyBits = 2048;

  int minEcBits = 224;
  final byte[] file;

  private final String fileName;
  private int line;

  private ProfileParser(String fileName, byte[] file) {
    this.fileName = fileName;
    this.file = file;
  }

  /**
   * Parses the bytes, which must not be changed afterwards.
   *
   * @throws IllegalArgumentException naming file and line of the first mistake
   */
  static Profile parse(String fileName, byte[] file) {
    ProfileParser parser = new ProfileParser(fileName, file);
    parser.readLines();
    parser.checkComplete();
    return new Profile(parser);
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
    switch (key) {
      case "id":
        id = once(key, id, value);
        break;
      case "title":
        title = once(key, title, value);
        break;
      case "source":
        source = once(key, source, value);
        break;
      case "date":
        date = once(key, date, value);
        break;
      case "minimum":
        minimum = once(key, minimum, version(value));
        break;
      case "min-dh-bits":
        minDhBits = bits(key, value);
        break;
      case "min-key-bits":
        minKeyBits = bits(key, value);
        break;
      case "min-ec-bits":
        minEcBits = bits(key, value);
        break;
      case "tls13":
      case "tls12":
        addSuites(value);
        break;
      case "groups":
        addNames(groups, value);
        break;
      default:
        throw mistake("unknown key " + key);
    }
  }

  private String once(String key, String before, String value) {
    if (before != null) {
      throw mistake("the key " + key + " stands twice");
    }
    return value;
  }

  private String version(String value) {
    if (!value.startsWith("TLSv1") || Protocols.rank(value) == Protocols.UNKNOWN) {
      throw mistake("the minimum is a TLS version such as TLSv1.2, not " + value);
    }
    return value;
  }

  private int bits(String key, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw mistake(key + " is a number of bits, not " + value);
    }
  }

  private void addSuites(String value) {
    if (!value.startsWith("TLS_")) {
      throw mistake("cipher suites have IANA names such as TLS_AES_128_GCM_SHA256, not " + value);
    }
    addNames(suites, value);
  }

  private void addNames(Set<String> names, String value) {
    StringTokenizer tokens = new StringTokenizer(value);
    while (tokens.hasMoreTokens()) {
      String name = tokens.nextToken();
      if (!names.add(name)) {
        throw mistake(name + " stands twice");
      }
    }
  }

  private void checkComplete() {
    boolean complete =
        id != null
            && title != null
            && source != null
            && date != null
            && minimum != null
            && !suites.isEmpty()
            && !groups.isEmpty();
    if (!complete) {
      throw mistake(
          "the file ends, but id, title, source, date, minimum, cipher suites and groups are"
              + " needed");
    }
  }

  private IllegalArgumentException mistake(String what) {
    return new IllegalArgumentException(fileName + ":" + line + ": " + what);
  }
}
