package dev.stockade.fleet.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes sure that what was written outlives a power cut. */
@FunctionalInterface
public interface Disk {
  /** The one of this machine. */
  Disk REAL = Disk::forced;

  /**
   * Returns when a file's bytes, or the names in a folder, are on the disk.
   *
   * @throws IOException when they cannot be brought there
   */
  void force(Path path) throws IOException;

  private static void forced(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      file.force(true);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      // Some systems open no folders; a file that was just written can be opened everywhere.
      if (!Files.isDirectory(path)) {
        throw e;
      }
    }
  }
}
