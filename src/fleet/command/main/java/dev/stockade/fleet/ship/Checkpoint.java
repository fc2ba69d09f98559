package dev.stockade.fleet.ship;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.command.WholeFile;
import dev.stockade.cli.follow.tail.Places;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far was read, and how much of the spool belongs to just that: in one file that is replaced as
 * a whole, so that a line is on one side of it or the other, never on both.
 */
final class Checkpoint {
  private static final long VERSION = 1;

  /** Of the segment that grows. */
  long open;

  /** Bytes of it. */
  long length;

  /** Lines in it. */
  long records;

  private final Path file;
  private final String to;

  private Checkpoint(Path file, String to) {
    this.file = file;
    this.to = to;
  }

  /**
   * The last one, or a first one.
   *
   * @param places get what it says of journals
   * @throws CommandFailure when it is of another version or destination
   */
  static Checkpoint read(Path folder, String to, Places places) {
    Checkpoint checkpoint = new Checkpoint(folder.resolve("checkpoint.json"), to);
    if (Files.exists(checkpoint.file)) {
      try {
        checkpoint.restore(places);
      } catch (IOException | IllegalArgumentException e) {
        throw CommandFailure.usage(
            checkpoint.file
                + ": no checkpoint of this version ("
                + e.getMessage()
                + "): remove the folder to begin with what the journals hold");
      }
    }
    return checkpoint;
  }

  private void restore(Places places) throws IOException {
    JsonView state = new JsonView("checkpoint", JsonTree.object(Files.readString(file)));
    if (state.whole("version") != VERSION) {
      throw new IllegalArgumentException("it is of another version");
    }
    if (!to.equals(state.text("to"))) {
      throw CommandFailure.usage(
          file.getParent()
              + ": is the state of shipping to "
              + state.text("to")
              + ": name another --state for "
              + to);
    }
    state.each("places").forEach(places::restore);
    open = state.whole("open");
    length = state.whole("length");
    records = state.whole("records");
  }

  /** Comes back when it is on the disk. */
  void save(Places places) throws IOException {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("version", VERSION);
    state.put("to", to);
    state.put("open", open);
    state.put("length", length);
    state.put("records", records);
    state.put("places", places.members());
    WholeFile.write(file, JsonText.of(state).getBytes(StandardCharsets.UTF_8));
    // The new name too: else after a loss of power the old one would read again what was sent.
    try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // Not on every system.
    }
  }
}
