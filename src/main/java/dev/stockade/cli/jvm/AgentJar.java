package dev.stockade.cli.jvm;

import dev.stockade.cli.command.CommandFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** The jar that a target is to load: it must be there to see for the target too. */
final class AgentJar {
  private AgentJar() {}

  /**
   * @param process the target; null when nothing is known of it
   * @return an absolute path
   */
  static String pathFor(long pid, String jar, ProcessFacts process, ProcessFacts self) {
    String path = real(jar);
    if (path.indexOf(',') >= 0 || path.indexOf('=') >= 0) {
      throw CommandFailure.failed(
          "the path of the jar, "
              + path
              + ", has a comma or an equals sign, which agent arguments cannot hold: move it");
    }
    if (process == null || process.mountNamespace() == null) {
      return path;
    }
    boolean shared = process.mountNamespace().equals(self.mountNamespace());
    if (!shared && !sameContent(process.inItsRoot(path), Paths.get(path))) {
      throw CommandFailure.failed(
          "JVM "
              + pid
              + " runs in a container or in a file system of its own, where "
              + path
              + " is not this jar: copy it there under the same path (docker cp, kubectl cp), or"
              + " run this command inside (docker exec, kubectl exec, nsenter -t "
              + pid
              + " -a)");
    }
    return path;
  }

  private static String real(String jar) {
    try {
      return Paths.get(jar).toRealPath().toString();
    } catch (IOException e) {
      throw CommandFailure.failed("cannot read the jar " + jar + ": " + e.getMessage());
    }
  }

  private static boolean sameContent(Path theirs, Path ours) {
    try {
      if (!Files.isRegularFile(theirs) || Files.size(theirs) != Files.size(ours)) {
        return false;
      }
      try (InputStream a = new BufferedInputStream(Files.newInputStream(theirs));
          InputStream b = new BufferedInputStream(Files.newInputStream(ours))) {
        int read = a.read();
        while (read >= 0 && read == b.read()) {
          read = a.read();
        }
        return read < 0;
      }
    } catch (IOException e) {
      return false;
    }
  }
}
