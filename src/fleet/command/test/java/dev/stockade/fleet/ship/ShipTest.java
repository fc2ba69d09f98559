package dev.stockade.fleet.ship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.kit.S3Server;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals' lines are in the bucket, each once. */
class ShipTest {
  private static final String TO = "s3://" + S3Server.BUCKET;

  @TempDir private Path folder;
  private S3Server server;
  private TestJournal journal;
  private Path state;

  @BeforeEach
  void start() throws Exception {
    server = new S3Server();
    journal = new TestJournal(Files.createDirectory(folder.resolve("log")).resolve("a.ndjson"));
    state = folder.resolve("state");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private Ship ship(Object... more) {
    Object[] words = new Object[more.length + 7];
    System.arraycopy(
        new Object[] {journal.file().getParent(), "--to", TO, "--state", state, "--once", "-ojson"},
        0,
        words,
        0,
        7);
    System.arraycopy(more, 0, words, 7, more.length);
    return Ship.run(words);
  }

  @Test
  void shipsWhatIsNewThroughRotation() throws Exception {
    journal.write(100);
    Ship first = ship();
    assertThat(first.exitCode).describedAs("%s", first).isZero();
    assertThat(first.json())
        .containsEntry("read", 100L)
        .containsEntry("shipped", 100L)
        .containsEntry("spooledRecords", 0L);

    assertThat(ship().json()).containsEntry("read", 0L);

    journal.write(10);
    journal.rotate();
    journal.write(20);
    assertThat(ship().json()).containsEntry("shipped", 30L);

    assertThat(Shipped.lines(server).stream().sorted().toList())
        .isEqualTo(journal.lines().stream().sorted().toList());
    assertThat(Shipped.objects(server))
        .hasSize(2)
        .allMatch(
            object ->
                server
                    .bucket()
                    .relativize(object)
                    .toString()
                    .matches("journals/hour=[0-9]{10}/vm-1-42-[0-9a-f]{16}\\.ndjson\\.gz"));
  }

  @Test
  void shipsBytesAsTheyAreAndPackedPartsToo() throws Exception {
    byte[] odd = {'{', (byte) 0xff, 1, '}', '\n', '\n', 'x', '\n'};
    Path packed = folder.resolve("log/b.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(odd);
    }
    assertThat(ship().json()).containsEntry("shipped", 3L);

    try (var in = new GZIPInputStream(Files.newInputStream(Shipped.objects(server).get(0)))) {
      assertThat(in.readAllBytes()).isEqualTo(odd);
    }
  }

  @Test
  void aSegmentWhoseAnswerWasLostIsNotThereTwice() throws Exception {
    journal.write(50);
    server.stop();
    Thread back = startWhen(() -> Files.exists(state.resolve("checkpoint.json")));
    assertThat(ship().json()).containsEntry("shipped", 50L);
    back.join();
    Path object = Shipped.objects(server).get(0);
    byte[] content = Files.readAllBytes(object);

    // As if the process had been killed before it took the segment out of its spool.
    String name = object.getFileName().toString();
    String hour = object.getParent().getFileName().toString().substring("hour=".length());
    Files.write(state.resolve("spool/000000000000.0-" + hour + "-50-" + name), content);
    assertThat(ship().json()).containsEntry("shipped", 50L);
    assertThat(Shipped.lines(server)).containsExactlyElementsOf(journal.lines());
  }

  private Thread startWhen(BooleanSupplier condition) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!condition.getAsBoolean()) {
                  Thread.sleep(50);
                }
                server.start();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    return thread;
  }

  /** By the second part of the names of segments. */
  private static boolean hasGivenUp(Path spool) {
    String[] names = spool.toFile().list();
    return names != null && Stream.of(names).anyMatch(name -> name.matches("[0-9]+\\.[12]-.*gz"));
  }

  @Test
  void aFullSpoolGivesUpFoldedRecordsFirstAndTells() throws Exception {
    server.stop();
    journal.write(40_000);
    Thread back = startWhen(() -> hasGivenUp(state.resolve("spool")));
    Ship result = ship("--spool-size", "1m");
    back.join();

    Map<String, Object> status = result.json();
    assertThat(result.exitCode).describedAs("%s", result).isZero();
    assertThat((Long) status.get("foldedGivenUp")).isPositive();
    assertThat(result.err).contains("folded records; records of kind dropped tell of them");

    List<String> shipped = Shipped.lines(server);
    List<String> records = shipped.stream().filter(line -> !line.contains("\"dropped\"")).toList();
    List<String> dropped = shipped.stream().filter(line -> line.contains("\"dropped\"")).toList();
    assertThat(new HashSet<>(records)).hasSize(records.size());
    assertThat(new HashSet<>(journal.lines()).containsAll(records)).isTrue();
    long folded = (Long) status.get("foldedGivenUp");
    long others = (Long) status.get("othersGivenUp");
    assertThat(records.size() + folded + others).isEqualTo(40_000);
    // A folded record stands for five events.
    assertThat(dropped.stream().mapToLong(ShipTest::count).sum()).isEqualTo(5 * folded + others);
    assertThat(dropped).allMatch(line -> line.contains("\"service\":\"orders\""));
  }

  private static long count(String dropped) {
    return Long.parseLong(dropped.replaceFirst(".*\"count\":([0-9]+).*", "$1"));
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    journal.write(5);
    Ship result = ship("--dry-run");
    assertThat(result.exitCode).isZero();
    assertThat(result.json()).containsEntry("records", 5L).containsEntry("spooledRecords", 0L);
    assertThat(state).doesNotExist();
    assertThat(Shipped.objects(server)).isEmpty();
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    journal.write(5);
    assertThat(ship().exitCode).isZero();
    Path log = journal.file().getParent();

    Ship other = Ship.run(log, "--to", "s3://another", "--state", state, "--once");
    assertThat(other.exitCode).isEqualTo(2);
    assertThat(other.err)
        .contains("is the state of shipping to s3://journals: name another --state");

    Path fresh = folder.resolve("fresh");
    Ship missing = Ship.run(log, "--to", "s3://no-bucket", "--state", fresh, "--once");
    assertThat(missing.exitCode).isEqualTo(1);
    assertThat(missing.err).contains("there is no such bucket; 5 records wait in");

    Ship wrong = Ship.run(log, "--to", "kinesis:x", "--once");
    assertThat(wrong.exitCode).isEqualTo(2);
    assertThat(wrong.err).contains("--to is s3://bucket/prefix, cloudwatch-logs:GROUP or");
  }
}
