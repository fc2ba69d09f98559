package dev.stockade.fleet.ship;

import dev.stockade.cli.command.CommandFailure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process has a state folder at a time. */
final class StateLock implements Closeable {
  private final FileChannel file;

  private StateLock(FileChannel file) {
    this.file = file;
  }

  static StateLock of(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel file =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isLocked(file)) {
      return new StateLock(file);
    }
    file.close();
    throw CommandFailure.failed(
        folder + ": another process ships with this state: end it, or name another --state");
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
