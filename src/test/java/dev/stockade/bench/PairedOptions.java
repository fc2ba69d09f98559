package dev.stockade.bench;

import java.nio.file.Path;

/**
 * What {@link Paired} was asked for.
 *
 * @param java the launcher of the JDK that is measured
 * @param warmUp how many handshakes a client makes before it is measured
 * @param otel the version of the OpenTelemetry agent, or "none"
 * @param only the row to be measured, with those that come along with it; null for all
 * @param command the exact command, to be printed with the figures
 */
record PairedOptions(Path java, int rounds, int warmUp, String otel, Row only, String command) {
  private static final String COMMAND =
      "java -cp src/target/test-classes dev.stockade.bench.Paired";

  static final String BUILD = "mvn -q -B package -DskipTests";

  static final String USAGE =
      BUILD
          + " && "
          + COMMAND
          + " [--quick] [--rounds N] [--jdk HOME] [--otel VERSION|none] [--only ROW]";

  static PairedOptions parse(String... arguments) {
    Path jdk = Path.of(System.getProperty("java.home"));
    boolean quick = false;
    int rounds = 0;
    String otel = "2.33.1";
    Row only = null;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--quick" -> quick = true;
        case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
        case "--jdk" -> jdk = Path.of(arguments[++i]);
        case "--otel" -> otel = arguments[++i];
        case "--only" -> only = Row.valueOf(arguments[++i]);
        default -> throw new IllegalArgumentException(USAGE);
      }
    }
    return new PairedOptions(
        jdk.resolve("bin/java"),
        rounds > 0 ? rounds : quick ? 1 : 5,
        quick ? 1_000 : 3_000,
        otel,
        only,
        COMMAND + " " + String.join(" ", arguments));
  }
}
