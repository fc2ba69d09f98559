package dev.stockade.cli.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of IANA's registry and JSSE's names of versions, and the numbers for them on the wire. */
final class TlsNumbers {
  /** From the oldest to the newest: JSSE's name at the number's low byte. */
  static final List<String> VERSIONS =
      Collections.unmodifiableList(
          Arrays.asList("SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"));

  static final TlsNumbers SUITES = new TlsNumbers("suite ");
  static final TlsNumbers GROUPS = new TlsNumbers("group ");
  static final TlsNumbers SCHEMES = new TlsNumbers("scheme ");

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<Integer, String> names = new LinkedHashMap<>();

  private TlsNumbers(String kind) {
    try (InputStream in = TlsNumbers.class.getResourceAsStream("numbers.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(kind)) {
          String[] parts = line.split(" ", -1);
          numbers.put(parts[2], Integer.valueOf(parts[1], 16));
          names.put(Integer.valueOf(parts[1], 16), parts[2]);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("stockade.jar is damaged: it lacks numbers.txt", e);
    }
  }

  static int version(String name) {
    return 0x300 + VERSIONS.indexOf(name);
  }

  /** Null where there is no such version. */
  static String versionOf(int number) {
    int index = number - 0x300;
    return index >= 0 && index < VERSIONS.size() ? VERSIONS.get(index) : null;
  }

  /** All names, in the order in which they are asked for. */
  List<String> all() {
    return new ArrayList<>(numbers.keySet());
  }

  boolean has(int number) {
    return names.containsKey(number);
  }

  int number(String name) {
    return numbers.get(name);
  }

  /** A number without a name as {@code 0xABCD}. */
  String name(int number) {
    String name = names.get(number);
    return name != null ? name : String.format("0x%04X", number);
  }
}
