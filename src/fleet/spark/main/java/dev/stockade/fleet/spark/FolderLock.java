package dev.stockade.fleet.spark;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.lake.LakeNames;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One writes to a lake at a time. Of a lake in a folder it is the system's lock that
 * stockade-fleet.jar takes, too; elsewhere the number of the manifest decides who was first.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws CommandFailure when another has it
   */
  static FolderLock of(LakeFolder folder) throws IOException {
    if (!folder.files().getScheme().equals("file")) {
      return new FolderLock(null);
    }
    Path file = Path.of(folder.path(LakeNames.LOCK).toUri().getPath());
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isTaken(channel)) {
      channel.close();
      throw CommandFailure.failed(
          file.getParent() + ": another ingest or compact is at work on this lake: wait for it");
    }
    return new FolderLock(channel);
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      return true; // By this very process.
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
