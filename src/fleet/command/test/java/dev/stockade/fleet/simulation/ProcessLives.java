package dev.stockade.fleet.simulation;

import java.io.IOException;
import java.util.SplittableRandom;

/** The lives of one process, one after the other: a JVM is started anew every few days. */
final class ProcessLives {
  private static final int DAYS = 6;
  private static final int FEWEST = 20;

  private final Scale scale;
  private final SimulatedService service;
  private final long records;
  private final int process;
  private final SplittableRandom random;

  ProcessLives(Scale scale, SimulatedFleet fleet, int process) {
    this.scale = scale;
    this.service = fleet.service(process);
    this.records = fleet.records(process);
    this.process = process;
    this.random = new SplittableRandom(scale.seed() * 31 + process + 1);
  }

  void write(Simulation to) throws IOException {
    long lives = Math.max(1, Math.min((scale.days() + DAYS - 1) / DAYS, records / FEWEST));
    long length = (scale.end() - scale.start()) / lives;
    for (int i = 0; i < lives; i++) {
      long start = scale.start() + i * length + random.nextInt(60_000);
      int day = (int) ((start - scale.start()) / Scale.DAY);
      long count = records * (i + 1) / lives - records * i / lives;
      String instance =
          service.container()
              ? service.name()
                  + "-"
                  + Integer.toHexString(random.nextInt(0x10000, 0xfffff))
                  + process
              : "host-" + process;
      to.life(
          new Life(
              service,
              instance,
              service.container() ? 1 : 1_000 + random.nextInt(60_000),
              random.nextLong(),
              "10." + process / 62_500 + "." + process / 250 % 250 + "." + (1 + process % 250),
              service.build(day, scale.days()),
              start,
              scale.start() + (i + 1) * length - 1,
              count),
          process,
          i == 0);
    }
  }
}
