package dev.stockade.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** A jar that Maven fetches once; {@code target/bench} keeps it. */
final class Artifact {
  private Artifact() {}

  static Path fetch(String group, String name, String version) throws Exception {
    Path jar = Path.of("target/bench", name + "-" + version + ".jar").toAbsolutePath();
    if (!Files.exists(jar)) {
      Processes.run(
          "mvn",
          "-B",
          "-q",
          "-N",
          "dependency:copy",
          "-Dartifact=" + group + ":" + name + ":" + version,
          "-DoutputDirectory=" + jar.getParent());
    }
    return jar;
  }
}
