package dev.stockade.fleet.duckdb;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.lake.LakeNames;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One writes to a lake at a time. The system gives the lock back when its process ends, however it
 * ends. S3 has none: there the number of the manifest decides who was first.
 */
final class LakeLock implements AutoCloseable {
  private final FileChannel channel;

  private LakeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws CommandFailure when another has it
   */
  static LakeLock of(LakeStore store) {
    if (store.folder() == null) {
      return new LakeLock(null);
    }
    Path file = store.folder().resolve(LakeNames.LOCK);
    try {
      Files.createDirectories(store.folder());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        throw CommandFailure.failed(
            store.name() + ": another ingest or compact is at work on this lake: wait for its end");
      }
      return new LakeLock(channel);
    } catch (IOException e) {
      throw CommandFailure.failed(file + ": cannot be written: " + DiskFailure.reason(e));
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true; // By this very process.
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock ends with the process.
    }
  }
}
