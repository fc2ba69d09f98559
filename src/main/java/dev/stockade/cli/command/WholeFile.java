package dev.stockade.cli.command;

import dev.stockade.base.PrivateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are there whole or not at all, also for those who read them meanwhile. */
public final class WholeFile {
  /** No reader of folders looks for files of this name. */
  public static final String ASIDE = ".part";

  private WholeFile() {}

  /**
   * Replaces a file, and comes back when its content is on the disk. A new one cannot be read by
   * others on the machine.
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path aside = aside(file);
    Files.deleteIfExists(aside);
    PrivateFile.create(aside.toFile());
    write(aside, file, content);
  }

  /** Likewise one that everybody may read, as far as the process's umask lets them. */
  public static void writePublic(Path file, byte[] content) throws IOException {
    Path aside = aside(file);
    Files.deleteIfExists(aside);
    write(aside, file, content);
  }

  /** Where a file is while it is written. */
  static Path aside(Path file) {
    return file.resolveSibling(file.getFileName() + ASIDE);
  }

  private static void write(Path aside, Path file, byte[] content) throws IOException {
    try (FileChannel out =
        FileChannel.open(aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    try {
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
