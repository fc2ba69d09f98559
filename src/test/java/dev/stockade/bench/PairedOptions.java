package dev.stockade.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@link Paired} was asked for.
 *
 * @param javas the launchers of the JDKs that are measured, one table each
 * @param warmUp how many handshakes a client makes before it is measured
 * @param otel the version of the OpenTelemetry agent, or "none"
 * @param datadog the version of Datadog's agent, or "none"
 * @param only the row to be measured, with those that come along with it; null for all
 * @param command the exact command, to be printed with the figures
 */
record PairedOptions(
    List<Path> javas,
    int rounds,
    int warmUp,
    String otel,
    String datadog,
    Row only,
    String command) {
  private static final String COMMAND =
      "java -cp src/target/test-classes dev.stockade.bench.Paired";

  static final String BUILD = "mvn -q -B package -DskipTests";

  static final String USAGE =
      BUILD
          + " && "
          + COMMAND
          + " [--quick] [--rounds N] [--jdk HOME[,HOME]]... [--otel VERSION|none]"
          + " [--datadog VERSION|none] [--only ROW]";

  static PairedOptions parse(String... arguments) {
    List<String> jdks = new ArrayList<>();
    boolean quick = false;
    int rounds = 0;
    String otel = "2.33.1";
    String datadog = "1.68.1";
    Row only = null;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--quick" -> quick = true;
        case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
        case "--jdk" -> jdks.addAll(List.of(arguments[++i].split(",", -1)));
        case "--otel" -> otel = arguments[++i];
        case "--datadog" -> datadog = arguments[++i];
        case "--only" -> only = Row.valueOf(arguments[++i]);
        default -> throw new IllegalArgumentException(USAGE);
      }
    }
    Stream<String> homes =
        jdks.isEmpty() ? Stream.of(System.getProperty("java.home")) : jdks.stream();
    return new PairedOptions(
        homes.map(home -> Path.of(home, "bin/java")).toList(),
        rounds > 0 ? rounds : quick ? 1 : 5,
        quick ? 1_000 : 3_000,
        otel,
        datadog,
        only,
        (COMMAND + " " + String.join(" ", arguments)).trim());
  }

  boolean wants(Row... rows) {
    return only == null || List.of(rows).contains(only);
  }
}
