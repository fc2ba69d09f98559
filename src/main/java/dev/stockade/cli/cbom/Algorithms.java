package dev.stockade.cli.cbom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The algorithms that names of suites, groups and signatures stand for, by the tables. */
final class Algorithms {
  private static final String TLS = "TLS_";
  private static final String WITH = "_WITH_";

  /** By what they are for, then by their keys in the order of the table. */
  private final Map<String, Map<String, String[]>> rows = new LinkedHashMap<>();

  private final Map<String, String> numbers = new LinkedHashMap<>();

  Algorithms() {
    for (String[] row : Words.of("algorithms.txt")) {
      rows.computeIfAbsent(row[0], any -> new LinkedHashMap<>()).put(row[1], row);
    }
    for (String[] row : Words.of("cipher-suites.txt")) {
      numbers.put(TLS + row[1], row[0]);
    }
  }

  /** IANA's spelling; older JDKs say {@code SSL_}. */
  static String ianaName(String suite) {
    return suite.startsWith("SSL_") ? TLS + suite.substring(TLS.length()) : suite;
  }

  /** The two bytes of a suite as IANA writes them; none for one that is not registered. */
  List<String> identifiers(String suite) {
    String number = numbers.get(suite);
    List<String> bytes = new ArrayList<>();
    if (number != null) {
      bytes.add("0x" + number.substring(0, 2));
      bytes.add("0x" + number.substring(2));
    }
    return bytes;
  }

  /**
   * What a suite consists of; nothing of one whose name is not IANA's.
   *
   * @param suite IANA's name
   * @param group may be null
   * @param dhBits of a Diffie-Hellman group without a name; or 0
   */
  List<Algorithm> of(String suite, String group, int dhBits) {
    List<Algorithm> all = new ArrayList<>();
    if (!suite.startsWith(TLS)) {
      return all;
    }
    int with = suite.indexOf(WITH);
    boolean old = with > 0;
    String rest = suite.substring(old ? with + WITH.length() : TLS.length());
    if (old) {
      exchange(all, suite.substring(TLS.length(), with), group, dhBits);
    } else if (group != null) {
      all.add(group(group));
    }
    String[] cipher = first("cipher", rest);
    String hash = rest.substring(rest.lastIndexOf('_') + 1);
    if (cipher != null) {
      all.add(Algorithm.of(cipher[2], cipher, Collections.<Algorithm>emptyList()));
    }
    if (!old) {
      add(all, "derivation", hash);
    }
    if (cipher == null || (old && !cipher[4].equals("ae"))) {
      add(all, "mac", hash);
    }
    return all;
  }

  private void exchange(List<Algorithm> all, String words, String group, int dhBits) {
    String[] row = first("exchange", words);
    if (row != null) {
      all.add(exchange(row, group, dhBits));
    }
    for (Map.Entry<String, String[]> one : rows.get("authentication").entrySet()) {
      if (words.endsWith("_" + one.getKey()) || words.contains("_" + one.getKey() + "_")) {
        add(all, "authentication", one.getKey());
      }
    }
  }

  private Algorithm exchange(String[] row, String group, int dhBits) {
    boolean agrees = row[4].equals("key-agree");
    if (agrees && group != null) {
      return group(group);
    }
    Algorithm plain = Algorithm.of(row[2], row, Collections.<Algorithm>emptyList());
    boolean sized = agrees && dhBits > 0 && row[3].equals("FFDH");
    return sized ? plain.sized(row[2] + "-" + dhBits, String.valueOf(dhBits)) : plain;
  }

  /** A named group of a key exchange. */
  Algorithm group(String name) {
    String[] row = rows.get("group").get(name);
    if (row == null) {
      return Algorithm.unknown(name, "key-agree");
    }
    List<Algorithm> parts = new ArrayList<>();
    if (!row[10].equals("-")) {
      for (String part : row[10].split(",", -1)) {
        parts.add(group(part));
      }
    }
    return Algorithm.of(row[2], row, parts);
  }

  /**
   * What a certificate is signed with.
   *
   * @param name as Java has it, such as {@code SHA256withRSA}
   */
  Algorithm signature(String name) {
    for (Map.Entry<String, String[]> one : rows.get("signature").entrySet()) {
      if (name.endsWith(one.getKey())) {
        String[] row = one.getValue();
        Algorithm plain = Algorithm.of(name, row, Collections.<Algorithm>emptyList());
        String hash = name.substring(0, name.length() - one.getKey().length());
        return hash.isEmpty() ? plain : plain.sized(name, hash);
      }
    }
    return Algorithm.unknown(name, "signature");
  }

  private void add(List<Algorithm> all, String kind, String key) {
    String[] row = rows.get(kind).get(key);
    if (row != null) {
      all.add(Algorithm.of(row[2], row, Collections.<Algorithm>emptyList()));
    }
  }

  /** The first whose key the words start with; null for none. */
  private String[] first(String kind, String words) {
    for (Map.Entry<String, String[]> one : rows.get(kind).entrySet()) {
      String key = one.getKey();
      if (words.equals(key) || words.startsWith(key + "_")) {
        return one.getValue();
      }
    }
    return null;
  }
}
