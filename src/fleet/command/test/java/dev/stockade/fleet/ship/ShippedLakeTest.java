package dev.stockade.fleet.ship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.fleet.command.Fleet;
import dev.stockade.fleet.kit.S3Server;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "stockade-fleet.jar");
    String[] arguments = new String[words.length + 1];
    for (int i = 0; i < words.length; i++) {
      arguments[i] = words[i].toString();
    }
    arguments[words.length] = "-ojson";
    int exitCode = Fleet.run(arguments, console);
    assertThat(exitCode).describedAs("%s%s", out, err).isZero();
    return JsonTree.object(out.toString(StandardCharsets.UTF_8));
  }
}
