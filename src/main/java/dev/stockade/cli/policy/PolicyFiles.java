package dev.stockade.cli.policy;

import dev.stockade.cli.CommandFailure;
import dev.stockade.policy.Policy;
import dev.stockade.policy.file.PolicyFile;
import dev.stockade.policy.file.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;

/** Files that a command was told to read. */
public final class PolicyFiles {
  private PolicyFiles() {}

  /** With all that is wrong with it. */
  public static PolicyFile read(String file) {
    return PolicyFile.parse(file, bytes(file), System.currentTimeMillis());
  }

  /**
   * The policy by a file alone.
   *
   * @throws CommandFailure when the file has an error
   */
  static Policy policy(String file) {
    PolicyFile read = read(file);
    for (Problem problem : read.problems()) {
      if (problem.isError()) {
        throw CommandFailure.usage(
            problem + "; java -jar stockade.jar policy lint " + file + " tells all");
      }
    }
    return read.policy();
  }

  static byte[] bytes(String file) {
    try {
      Path path = Paths.get(file);
      if (Files.isDirectory(path)) {
        throw CommandFailure.usage(file + ": a folder, not a file");
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw CommandFailure.usage(file + ": there is no such file");
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw CommandFailure.usage(file + ": cannot be read");
    }
  }
}
