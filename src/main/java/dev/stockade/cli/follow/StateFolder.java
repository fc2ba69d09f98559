package dev.stockade.cli.follow;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.command.WholeFile;
import dev.stockade.cli.follow.metric.Metrics;
import dev.stockade.cli.follow.tail.Places;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What outlives the process: how far was read with the counters of just that, in one file, and the
 * spool. One process has it at a time.
 */
final class StateFolder implements Closeable {
  private static final long VERSION = 1;

  private final Path folder;
  private final Path checkpoint;
  private final FileChannel lock;

  private StateFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.checkpoint = folder.resolve("checkpoint.json");
    this.lock = lock;
  }

  static StateFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel file =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(file)) {
        return new StateFolder(folder, file);
      }
      file.close();
    } catch (IOException e) {
      throw CommandFailure.usage(folder + ": cannot be used: " + e.getMessage());
    }
    throw CommandFailure.failed(
        folder + ": another process follows with this state: end it, or name another --state");
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path spool() {
    return folder.resolve("spool");
  }

  /** Goes on from the last checkpoint, if there is one. */
  void restore(Places places, Metrics metrics) {
    if (!Files.exists(checkpoint)) {
      return;
    }
    try {
      String text = new String(Files.readAllBytes(checkpoint), StandardCharsets.UTF_8);
      JsonView state = new JsonView("checkpoint", JsonTree.object(text));
      if (state.whole("version") != VERSION) {
        throw new IllegalArgumentException("it is of another version");
      }
      state.each("places").forEach(places::restore);
      if (state.has("metrics")) {
        metrics.restore(state.below("metrics"));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw CommandFailure.usage(
          checkpoint
              + ": no checkpoint of this version ("
              + e.getMessage()
              + "): remove it to begin with what the journals hold");
    }
  }

  /** Comes back when it is on the disk. */
  void save(Places places, Metrics metrics) throws IOException {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("version", VERSION);
    state.put("places", places.members());
    state.put("metrics", metrics.members());
    WholeFile.write(checkpoint, JsonText.of(state).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
