package dev.stockade.e2e.kit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Programs of test-apps, each on two JDKs in turn, so that all of them together are on all. */
public final class Cells {
  private Cells() {}

  /** A JDK and a program. */
  public static List<Arguments> of(String... programs) {
    List<Arguments> cells = new ArrayList<>();
    for (int i = 0; i < programs.length; i++) {
      for (Jdk jdk : Jdk.matrix(i)) {
        cells.add(Arguments.of(jdk, programs[i]));
      }
    }
    return cells;
  }

  /** A JDK, a program and a way in for the agent: each program with each way. */
  public static List<Arguments> withEachLaunch(String... programs) {
    List<Arguments> cells = new ArrayList<>();
    int number = 0;
    for (String program : programs) {
      for (Launch launch : Launch.values()) {
        for (Jdk jdk : Jdk.matrix(number++)) {
          cells.add(Arguments.of(jdk, program, launch));
        }
      }
    }
    return cells;
  }
}
