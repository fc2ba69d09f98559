package dev.stockade.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How a process begins and what it printed when it ended. */
final class Processes {
  private Processes() {}

  /** Without what would start or set an agent behind our back. */
  static ProcessBuilder builder(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.matches("(STOCKADE|OTEL|DD)_.*"));
    environment
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    environment.put("LC_ALL", "C");
    return builder;
  }

  /** What a process prints until its end, which must be good; {@code err} tells why it was not. */
  static String output(Process process, Path err) throws Exception {
    String printed = printed(process);
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IOException("a process failed: " + printed + "\n" + Files.readString(err));
    }
    return printed;
  }

  /** A tool of the preparation, in the environment as it is. */
  static void run(String... words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String printed = printed(process);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", words) + " failed: " + printed);
    }
  }

  static String printed(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
