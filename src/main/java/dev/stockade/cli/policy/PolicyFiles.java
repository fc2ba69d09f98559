package dev.stockade.cli.policy;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.policy.Policy;
import dev.stockade.policy.file.PolicyFile;
import dev.stockade.policy.file.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;

/** Files that a command is to read. */
public final class PolicyFiles {
  private static final int MAX_LENGTH = 1 << 20;

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
  public static Policy policy(String file) {
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
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw CommandFailure.usage(file + ": a pipe or a device, not a file");
      }
      return bytes(file, path);
    } catch (NoSuchFileException e) {
      throw CommandFailure.usage(file + ": there is no such file");
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw CommandFailure.usage(file + ": cannot be read");
    }
  }

  private static byte[] bytes(String file, Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = new byte[MAX_LENGTH + 1];
      int length = 0;
      for (int read = 0; read >= 0 && length < bytes.length; length += Math.max(0, read)) {
        read = in.read(bytes, length, bytes.length - length);
      }
      if (length > MAX_LENGTH) {
        throw CommandFailure.usage(
            file
                + ":1: more than 1 MB, which no file for this command has ("
                + Files.size(path)
                + " bytes)");
      }
      return Arrays.copyOf(bytes, length);
    }
  }
}
