package dev.stockade.cli.jvm;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.engine.options.Reachable;
import dev.stockade.policy.file.PolicyFile;
import dev.stockade.policy.file.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;

/**
 * The files that options name, as the target sees them: it may have another root. Its user is this
 * command's, or it could not be attached to. What the target itself finds decides; this reports it
 * before anything is loaded.
 */
public final class TargetFiles {
  private final ProcessFacts process;
  private final ProcessFacts self;

  /**
   * @param process null where nothing is known of it: then it sees what is seen here
   */
  TargetFiles(ProcessFacts process, ProcessFacts self) {
    this.process = process;
    this.self = self;
  }

  /**
   * @throws CommandFailure when the target cannot use one of them
   */
  public void check(long pid, Map<String, String> options) {
    options.forEach(
        (name, value) -> {
          String problem = Reachable.problem(name, value, inTarget(value).toFile());
          if (problem == null && name.equals("kill-file") && Files.exists(inTarget(value))) {
            problem = "the kill file " + value + " is there: remove it first; nothing was attached";
          }
          if (problem != null) {
            throw CommandFailure.failed("JVM " + pid + ": " + problem);
          }
        });
    if (options.containsKey("policy")) {
      policy(pid, options.get("policy"));
    }
  }

  /** The mode that a policy file says; null when it says none or cannot be read. */
  public String modeIn(String path) {
    try {
      PolicyFile file = path == null ? null : read(path);
      return file == null || file.options().get("mode") == null
          ? null
          : file.options().get("mode").value();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private void policy(long pid, String path) {
    try {
      for (Problem problem : read(path).problems()) {
        if (problem.isError()) {
          throw CommandFailure.failed("JVM " + pid + ": " + problem + "; nothing was attached");
        }
      }
    } catch (IOException e) {
      throw CommandFailure.failed(
          "JVM " + pid + ": the policy file " + path + " cannot be read; nothing was attached");
    }
  }

  private PolicyFile read(String path) throws IOException {
    return PolicyFile.parse(path, Files.readAllBytes(inTarget(path)), System.currentTimeMillis());
  }

  private Path inTarget(String path) {
    boolean absolute = path.startsWith("/");
    boolean elsewhere = absolute && process != null && !process.hasRootOf(self);
    return elsewhere ? process.inItsRoot(path) : Paths.get(path);
  }
}
