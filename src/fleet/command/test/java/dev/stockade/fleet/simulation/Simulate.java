package dev.stockade.fleet.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a simulated fleet. */
@Command(name = "simulate", mixinStandardHelpOptions = true)
public final class Simulate implements Callable<Integer> {
  @Option(names = "--processes", defaultValue = "200")
  private int processes;

  @Option(names = "--days", defaultValue = "30")
  private int days;

  @Option(names = "--records", defaultValue = "100000")
  private long records;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Option(names = "--from", defaultValue = "2026-10-25", description = "The first day.")
  private LocalDate from;

  @Option(names = "--threads", defaultValue = "2")
  private int threads;

  @Option(names = "--packed", description = "Every file as gzip, also the newest.")
  private boolean packed;

  @Option(names = "--no-trails", description = "Without CloudTrail's files.")
  private boolean noTrails;

  @Parameters(paramLabel = "OUT", description = "A folder that is not there yet.")
  private Path out;

  private Simulate() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Simulate()).execute(arguments));
  }

  /**
   * Writes a fleet for a test.
   *
   * @return what was written, by name: see {@link Simulation}
   */
  public static Map<String, Long> write(
      Path out, int processes, int days, long records, long seed, String from) throws IOException {
    Scale scale = new Scale(processes, days, records, seed, LocalDate.parse(from));
    return new Simulation(scale, out, false, true).write(2);
  }

  @Override
  public Integer call() throws Exception {
    if (Files.exists(out)) {
      System.err.println(out + " is there already");
      return 2;
    }
    long start = System.nanoTime();
    Scale scale = new Scale(processes, days, records, seed, from);
    Map<String, Long> sums = new Simulation(scale, out, packed, !noTrails).write(threads);
    double seconds = (System.nanoTime() - start) / 1e9;
    sums.forEach((what, sum) -> System.out.println(what + " " + sum));
    System.out.printf("%.1f s, %.0f records/s%n", seconds, records / seconds);
    return 0;
  }
}
