package dev.stockade.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndSignalTest {
  @Test
  void aProcessThatEndsAlreadyIsToldAtOnce() throws Exception {
    assertThat(output("late")).isEqualTo("told");
  }

  @Test
  void theProcessWaitsUntilTheWorkIsPutAway() throws Exception {
    assertThat(output("waits")).isEqualTo("put away");
  }

  private static String output(String how) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Ending.class.getName(),
                    how))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.trim();
  }

  /** A JVM that ends. */
  static final class Ending {
    public static void main(String[] args) {
      if (args[0].equals("late")) {
        Runtime.getRuntime().addShutdownHook(new Thread(Ending::late));
      } else {
        EndSignal signal = EndSignal.listen("end", 30);
        new Thread(() -> putAway(signal)).start();
      }
      System.exit(0);
    }

    private static void late() {
      try (EndSignal signal = EndSignal.listen("end", 30)) {
        System.out.println(signal.isTold() ? "told" : "not told");
      }
    }

    private static void putAway(EndSignal signal) {
      try {
        signal.await(30_000);
        Thread.sleep(300);
        System.out.println(signal.isTold() ? "put away" : "not told");
        signal.close();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
