package dev.stockade.cli.cbom;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An algorithm, with the properties that CycloneDX has for it. */
final class Algorithm {
  /** Columns of the table, from the name on. */
  private static final String[] PROPERTIES = {
    "algorithmFamily", "primitive", "mode", "parameterSetIdentifier", "ellipticCurve"
  };

  final String name;

  /** Of a hybrid; else none. */
  final List<Algorithm> parts;

  private final Map<String, Object> properties;

  private Algorithm(String name, Map<String, Object> properties, List<Algorithm> parts) {
    this.name = name;
    this.properties = properties;
    this.parts = parts;
  }

  /**
   * @param row from its name on, see {@link Algorithms}
   */
  static Algorithm of(String name, String[] row, List<Algorithm> parts) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < PROPERTIES.length; i++) {
      if (!row[i + 3].equals("-")) {
        properties.put(PROPERTIES[i], row[i + 3]);
      }
    }
    level(properties, "classicalSecurityLevel", row[8]);
    level(properties, "nistQuantumSecurityLevel", row[9]);
    return new Algorithm(name, properties, parts);
  }

  /** One that no table has. */
  static Algorithm unknown(String name, String primitive) {
    return new Algorithm(
        name,
        Collections.<String, Object>singletonMap("primitive", primitive),
        Collections.<Algorithm>emptyList());
  }

  /** The same with another parameter set. */
  Algorithm sized(String name, String parameters) {
    Map<String, Object> next = new LinkedHashMap<>(properties);
    next.put("parameterSetIdentifier", parameters);
    return new Algorithm(name, next, parts);
  }

  String ref() {
    return Ref.of("crypto/algorithm", name);
  }

  Map<String, Object> properties() {
    Map<String, Object> all = new LinkedHashMap<>(properties);
    all.put("executionEnvironment", "software-plain-ram");
    return all;
  }

  private static void level(Map<String, Object> properties, String name, String word) {
    if (!word.equals("-")) {
      properties.put(name, Long.valueOf(word));
    }
  }
}
