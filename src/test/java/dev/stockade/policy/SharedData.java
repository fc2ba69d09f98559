package dev.stockade.policy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tables of public facts that lie outside the repository: in the folder that {@code
 * -Dstockade.shared} or {@code STOCKADE_SHARED} names, or in {@code shared} beside a folder above.
 */
public final class SharedData {
  private SharedData() {}

  /** The file {@code data/<name>}; the calling test is skipped when it is not there. */
  public static Path file(String name) {
    Path file = folder().resolve("data").resolve(name);
    assumeTrue(Files.exists(file), "no " + file + ": set -Dstockade.shared or STOCKADE_SHARED");
    return file;
  }

  private static Path folder() {
    String named = System.getProperty("stockade.shared", System.getenv("STOCKADE_SHARED"));
    if (named != null) {
      return Path.of(named);
    }
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      if (Files.isDirectory(dir.resolve("shared/data"))) {
        return dir.resolve("shared");
      }
    }
    return Path.of("shared");
  }
}
