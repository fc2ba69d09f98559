package dev.stockade.fleet.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** Simulated fleets for the tests of other rooms. */
public final class Fleets {
  private Fleets() {}

  /**
   * Writes one, as {@link Simulation} says.
   *
   * @param out a folder that is not there yet
   * @return what was written, in numbers
   */
  public static Map<String, Long> write(Path out, int processes, int days, long records)
      throws IOException {
    Scale scale = new Scale(processes, days, records, 1, LocalDate.of(2026, 11, 1));
    return new Simulation(scale, out, false, true).write(2);
  }
}
