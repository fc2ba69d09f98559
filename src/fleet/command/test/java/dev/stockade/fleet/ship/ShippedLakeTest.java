package dev.stockade.fleet.ship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.FleetRun;
import dev.stockade.fleet.kit.S3Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake of what was shipped is the lake of the journals. */
class ShippedLakeTest {
  @TempDir private Path folder;

  @Test
  void shippedTwiceIsThereOnce() throws Exception {
    TestJournal journal = new TestJournal(folder.resolve("a.ndjson"));
    journal.write(500);
    Files.writeString(journal.file(), "no record\n", StandardOpenOption.APPEND);
    Map<String, Object> direct = run("ingest", journal.file(), "--lake", folder.resolve("direct"));
    assertThat(direct).containsEntry("read", 501L).containsEntry("aside", 1L);

    try (S3Server server = new S3Server()) {
      run("ship", journal.file(), "--to", server.name(), "--state", folder.resolve("s"), "--once");
      Path lake = folder.resolve("shipped");
      Map<String, Object> shipped = run("ingest", server.name() + "/journals/", "--lake", lake);
      assertThat(shipped)
          .containsEntry("read", direct.get("read"))
          .containsEntry("stored", direct.get("stored"))
          .containsEntry("aside", direct.get("aside"));

      // By another shipper, with what came since and another journal before it.
      TestJournal other = new TestJournal(folder.resolve("0.ndjson"));
      other.write(10, System.currentTimeMillis() - 60_000);
      journal.write(20);
      run("ship", folder, "--to", server.name(), "--state", folder.resolve("t"), "--once");
      Map<String, Object> again = run("ingest", server.name() + "/journals/", "--lake", lake);
      assertThat(again).containsEntry("stored", 30L).containsEntry("repeated", 500L);
    }
  }

  private static Map<String, Object> run(Object... words) throws Exception {
    CommandRun run = FleetRun.of(words, "-ojson");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return run.json();
  }
}
