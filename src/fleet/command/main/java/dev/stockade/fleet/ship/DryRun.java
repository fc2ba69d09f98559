package dev.stockade.fleet.ship;

import dev.stockade.cli.follow.tail.JournalTails;
import dev.stockade.cli.follow.tail.Places;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Looks at what would be shipped, and writes and asks nothing. */
final class DryRun {
  private long records;
  private long bytes;
  private long waiting;

  private DryRun() {}

  static Map<String, Object> of(ShipWishes wishes, Consumer<String> remarks) throws IOException {
    DryRun run = new DryRun();
    Places places = new Places();
    Checkpoint checkpoint = Checkpoint.read(wishes.state(), wishes.to(), places);
    run.waiting = checkpoint.records;
    run.lookAtSpool(wishes.state().resolve("spool"), checkpoint.open);
    JournalTails tails = new JournalTails(List.copyOf(wishes.words()), places, remarks);
    while (tails.poll((part, at, line) -> run.take(line))) {
      // As long as there is more.
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("to", wishes.to());
    result.put("records", run.records);
    result.put("bytes", run.bytes);
    result.put("spooledRecords", run.waiting);
    return result;
  }

  private void lookAtSpool(Path spool, long open) throws IOException {
    if (Files.isDirectory(spool)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(spool)) {
        for (Path file : files) {
          Segment segment = Segment.of(file);
          waiting += segment == null || segment.number >= open ? 0 : segment.records;
        }
      }
    }
  }

  private boolean take(byte[] line) {
    if (line != null) {
      records++;
      bytes += line.length + 1;
    }
    return true;
  }
}
