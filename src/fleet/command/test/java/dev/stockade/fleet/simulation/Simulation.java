package dev.stockade.fleet.simulation;

import dev.stockade.cli.command.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Writes a fleet below a folder: {@code journals/HOST/FILE…}, {@code late/…} (the same, of
 * processes whose files come when the others were read), {@code trails/AWSLogs/…}, {@code
 * services.csv} (their owners), {@code truth.json} (what was written, in numbers).
 */
public final class Simulation {
  private static final int LATE = 100;

  private final SimulatedFleet fleet;
  private final Scale scale;
  private final Path out;
  private final boolean packed;
  private final TrailSpool trails;
  private final Tally tally = new Tally();

  /**
   * @param packed the newest parts of the journals as well
   * @param trails null where none are wished for
   */
  Simulation(Scale scale, Path out, boolean packed, boolean trails) {
    this.scale = scale;
    this.fleet = new SimulatedFleet(scale);
    this.out = out;
    this.packed = packed;
    this.trails = trails ? new TrailSpool(out) : null;
  }

  /**
   * @return what was written, by name
   */
  Map<String, Long> write(int threads) throws IOException {
    Files.createDirectories(out);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all =
          IntStream.range(0, scale.processes())
              .<Future<?>>mapToObj(process -> pool.submit(() -> process(process)))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IOException(e);
    } finally {
      pool.shutdownNow();
    }
    if (trails != null) {
      trails.finish();
    }
    StringBuilder owners = new StringBuilder("service,owner\n");
    fleet.services().forEach(s -> owners.append(s.name() + "," + s.owner() + "\n"));
    Files.writeString(out.resolve("services.csv"), owners);
    Map<String, Long> sums = new TreeMap<>(tally.sums());
    sums.put("services", (long) fleet.services().size());
    Files.write(
        out.resolve("truth.json"), (JsonText.of(sums) + "\n").getBytes(StandardCharsets.UTF_8));
    return sums;
  }

  private Void process(int process) throws IOException {
    new ProcessLives(scale, fleet, process).write(this);
    return null;
  }

  void life(Life life, int process, boolean first) throws IOException {
    Path folder = out.resolve(process % LATE == LATE - 1 ? "late" : "journals");
    Path file =
        folder
            .resolve(life.instance())
            .resolve(life.service().name() + "-" + life.pid() + ".ndjson");
    long faulty = first && process == 0 ? Math.min(10, life.records()) : 0;
    tally.add("lives", 1);
    try (JournalParts parts =
        new JournalParts(file, life.records(), packed, faulty, life.id(), tally)) {
      Trail trail = new Trail(trails, life, process % fleet.services().size(), scale.end(), tally);
      new LifeRecords(scale, life, parts::take, trails == null ? call -> {} : trail::take, tally)
          .write();
    }
  }
}
