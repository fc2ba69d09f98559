package dev.stockade.fleet.ingest;

import dev.stockade.cli.command.Console;
import dev.stockade.fleet.command.Fleet;
import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.duckdb.Limits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Run by hand: {@code copy}, {@code copy-first} (with the columns of the first files alone) or
 * {@code ingest} of a folder of journals into a new place, so that the two can be compared; each in
 * a process of its own. Prints seconds of the clock and of the processors, as others may be at work
 * on the machine.
 */
public final class IngestBenchmark {
  private IngestBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path journals = Path.of(arguments[1]);
    Path out = Path.of(arguments[2]);
    long start = System.nanoTime();
    if (arguments[0].startsWith("copy")) {
      copy(journals, out, arguments[0].equals("copy"));
    } else {
      Console console = new Console(System.in, System.out, System.err, "stockade-fleet.jar");
      String[] words = {"ingest", journals.toString(), "--lake", out.toString()};
      if (Fleet.run(words, console) != 0) {
        System.exit(1);
      }
    }
    double wall = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%s: %.1f s, %.1f s of processors, %d MB at most%n",
        arguments[0], wall, processors() / 1e9, peak() >> 10);
  }

  /** What DuckDB itself makes of the same files: one table, its columns guessed, no order. */
  private static void copy(Path journals, Path out, boolean ofAll) throws SQLException {
    // It counts 32 MB for each file that it has open, which are hardly used.
    try (Connection connection =
        DuckDb.open(new Limits("100GB", Limits.usual().threads()), out.resolveSibling("spill"))) {
      DuckDb.execute(
          connection,
          "COPY (SELECT * FROM read_ndjson('"
              + journals
              + "/**/*.ndjson*', union_by_name = "
              + ofAll
              + ", ignore_errors = true, sample_size = 20480))"
              + " TO '"
              + out
              + "' (FORMAT parquet, COMPRESSION zstd)");
    }
  }

  private static long processors() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Kilobytes, as Linux tells. */
  private static long peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findAny()
        .orElse(0);
  }
}
