package dev.stockade.cli.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A file that takes a result. */
public final class WrittenFile {
  private WrittenFile() {}

  /**
   * Over what is there, which no reader sees half of. What is no file of its own, as a pipe and
   * {@code /dev/stdout} are, takes it as it comes. A file that cannot be replaced, as its folder
   * takes no new ones or it is mounted by itself, is written in place.
   *
   * @param remark is told when a reader may see half of it
   * @throws CommandFailure when it cannot be written
   */
  public static void write(String file, byte[] content, Consumer<String> remark) {
    try {
      Path path = Paths.get(file).toAbsolutePath();
      if (isStream(path)) {
        Files.write(path, content, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
      } else if (!isReplaced(Files.exists(path) ? path.toRealPath() : path, content)) {
        Files.write(path, content);
        remark.accept(file + ": was written in place, as it cannot be replaced");
      }
    } catch (IOException | InvalidPathException e) {
      throw CommandFailure.failed(file + ": cannot be written");
    }
  }

  /** Whether it is not to be replaced whatever it is, nor is what stands in it to be lost. */
  public static boolean isStream(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith("/dev/fd")
        || absolute.startsWith("/dev/stdout")
        || absolute.startsWith("/dev/stderr")
        || absolute.startsWith("/proc")
        || (Files.exists(path) && !Files.isRegularFile(path));
  }

  private static boolean isReplaced(Path file, byte[] content) throws IOException {
    boolean isWritable = Files.isRegularFile(file) && Files.isWritable(file);
    if (isWritable && !Files.isWritable(file.getParent())) {
      return false;
    }
    try {
      WholeFile.writePublic(file, content);
      return true;
    } catch (FileSystemException e) {
      // The disk had room for it; only its place could not be taken.
      if (isWritable && Files.deleteIfExists(WholeFile.aside(file))) {
        return false;
      }
      throw e;
    }
  }
}
