package dev.stockade.e2e.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An archive of the JDK's own classes for each JDK, as every JDK brings one along. That one was not
 * verified as the tests ask for, so a JVM of theirs would verify all of the JDK at each start.
 */
final class SharedClasses {
  private static final Map<Path, List<String>> OPTIONS = new ConcurrentHashMap<>();

  private SharedClasses() {}

  /** Options for a JVM that verifies all classes; none where there can be no archive. */
  static List<String> options(Jdk jdk) {
    return OPTIONS.computeIfAbsent(jdk.home(), home -> dump(jdk));
  }

  private static List<String> dump(Jdk jdk) {
    if (jdk.feature() == 8) {
      // Its agents switch sharing off.
      return List.of();
    }
    try {
      Path archive =
          Files.createTempDirectory(Path.of("target"), "classes-").resolve(jdk.feature() + ".jsa");
      String option = "-XX:SharedArchiveFile=" + archive.toAbsolutePath();
      int exit =
          new ProcessBuilder(
                  jdk.java(),
                  "-XX:+UnlockDiagnosticVMOptions",
                  "-XX:+BytecodeVerificationLocal",
                  option,
                  "-Xshare:dump")
              .redirectErrorStream(true)
              .redirectOutput(archive.resolveSibling("dump.log").toFile())
              .start()
              .waitFor();
      // From JDK 25 on a JVM with an agent would say that it makes less of the archive.
      return exit == 0 && Files.exists(archive) ? List.of(option, "-Xlog:cds=off") : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
