package dev.stockade.fleet.ship;

import dev.stockade.fleet.command.Fleet;
import dev.stockade.fleet.kit.AwsNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ship} in a JVM of its own, under the agent, which blocks what offends a rule. */
final class ShipProcess {
  private static final Path AGENT =
      Path.of(System.getProperty("stockade.jar", "../../../agent/target/stockade.jar"));

  final Process process;
  private final Path output;

  private ShipProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * @param judged where the agent writes its own journal
   */
  static ShipProcess start(
      AwsNames names, Map<String, String> variables, Path judged, Object... words)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-javaagent:" + AGENT.toAbsolutePath() + "=mode=enforce,journal=" + judged);
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(names.options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Fleet.class.getName(), "ship"));
    for (Object word : words) {
      command.add(word.toString());
    }
    Path output = Files.createTempFile(judged.getParent(), "ship", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(variables);
    return new ShipProcess(builder.start(), output);
  }

  /** As by {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As by {@code kill}. */
  void end() throws InterruptedException {
    process.destroy();
    process.waitFor(60, TimeUnit.SECONDS);
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      kill();
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(output);
  }
}
