package dev.stockade.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the figures depend on: the JDK that was measured and the processor. */
final class Machine {
  private Machine() {}

  static String java(Path java) throws Exception {
    Process process =
        Processes.builder(List.of(java.toString(), "-version")).redirectErrorStream(true).start();
    String[] lines = Processes.printed(process).split("\n", -1);
    return lines[0] + ", " + lines[1];
  }

  static String cpu() throws IOException {
    String model = "CPU unknown";
    for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
      model = line.startsWith("model name") ? line.substring(line.indexOf(':') + 2) : model;
    }
    return model + ", " + Runtime.getRuntime().availableProcessors() + " processors";
  }
}
