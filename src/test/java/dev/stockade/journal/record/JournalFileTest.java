package dev.stockade.journal.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import dev.stockade.base.Digest;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Samples;
import dev.stockade.journal.SinkContext;
import dev.stockade.journal.TestOwner;
import dev.stockade.journal.TestRecorder;
import dev.stockade.policy.rule.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
  @TempDir Path folder;
  private final Samples.FakeClock clock = new Samples.FakeClock();
  private SinkContext context;
  private final List<String> log = new ArrayList<>();

  @Test
  void isAppendedToAndItsFolderIsMade() throws IOException {
    Path file = folder.resolve("var/log/app.ndjson");
    for (int i = 0; i < 2; i++) {
      JournalFile journal = open(file, 0, 4);
      write(journal, "line " + i);
      journal.close();
    }
    assertThat(file).hasContent("line 0\nline 1\n");
  }

  @Test
  void isNobodyElsesToReadAndKeepsWhatItsOperatorGaveIt() throws IOException {
    Path file = folder.resolve("private.ndjson");
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    JournalFile journal = open(file, 100, 2);
    write(journal, "one");
    write(journal, "x".repeat(100));
    journal.close();
    assertThat(permissions(file)).isSubsetOf(PosixFilePermissions.fromString("rw-r-----"));
    assertThat(permissions(folder.resolve("private.ndjson.1")))
        .isSubsetOf(PosixFilePermissions.fromString("rw-r-----"));

    Path given = Files.createFile(folder.resolve("given.ndjson"));
    Files.setPosixFilePermissions(given, PosixFilePermissions.fromString("rw-rw-rw-"));
    journal = open(given, 0, 2);
    write(journal, "one");
    journal.close();
    assertThat(permissions(given)).isEqualTo(PosixFilePermissions.fromString("rw-rw-rw-"));
  }

  private static Set<PosixFilePermission> permissions(Path file) throws IOException {
    return Files.getPosixFilePermissions(file);
  }

  @Test
  void aTornTailIsClosedFirst() throws IOException {
    Path file = folder.resolve("torn.ndjson");
    Files.writeString(file, "whole\n{\"time\":\"20");
    JournalFile journal = open(file, 0, 4);
    write(journal, "next");
    journal.close();
    assertThat(file).hasContent("whole\n{\"time\":\"20\nnext\n");
  }

  @Test
  void aFullFileIsPutAsideAndTheOldestGoes() {
    Path file = folder.resolve("r.ndjson");
    JournalFile journal = open(file, 20, 3);
    for (int i = 1; i <= 7; i++) {
      write(journal, "line " + i + "..");
    }
    journal.close();
    assertThat(file).hasContent("line 7..\n");
    assertThat(folder.resolve("r.ndjson.1")).hasContent("line 5..\nline 6..\n");
    assertThat(folder.resolve("r.ndjson.2")).hasContent("line 3..\nline 4..\n");
    assertThat(folder.resolve("r.ndjson.3")).doesNotExist();
  }

  @Test
  void oneFileKeptMeansBeginningAnew() {
    Path file = folder.resolve("one.ndjson");
    JournalFile journal = open(file, 10, 1);
    write(journal, "line 1..");
    write(journal, "line 2..");
    journal.close();
    assertThat(file).hasContent("line 2..\n");
    assertThat(folder.resolve("one.ndjson.1")).doesNotExist();
  }

  @Test
  void aFileThatCannotBePutAsideGrows() throws IOException {
    Path file = folder.resolve("stuck.ndjson");
    Files.createDirectories(folder.resolve("stuck.ndjson.1/full"));
    JournalFile journal = open(file, 20, 2);
    for (int i = 1; i <= 9; i++) {
      assertThat(write(journal, "line " + i + "..")).isTrue();
    }
    journal.close();
    assertThat(file).content().hasLineCount(9);
    assertThat(log).isEmpty();
  }

  @Test
  void aFileThatWasMovedAwayIsMadeAgain() throws IOException {
    Path file = folder.resolve("moved.ndjson");
    JournalFile journal = open(file, 0, 4);
    write(journal, "before");
    Files.move(file, folder.resolve("elsewhere"));
    clock.pass(1);
    write(journal, "after");
    journal.close();
    assertThat(file).hasContent("after\n");
  }

  @Test
  void thePathMayNameTheProcess() {
    long pid = ProcessHandle.current().pid();
    assertThat(Journal.path("/x/%p-%p.ndjson")).endsWith("x/" + pid + "-" + pid + ".ndjson");
  }

  @Test
  void aFullDiskIsToldOnceAndTriedEachFiveSeconds() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    JournalFile journal = open(full, 10, 2);
    for (int i = 0; i < 11; i++) {
      assertThat(write(journal, "a line of some length")).isFalse();
      clock.pass(1);
    }
    assertThat(context.counters().failures().get()).isEqualTo(3);
    assertThat(log).hasSize(1);
    assertThat(log.get(0))
        .startsWith("VIOLATION journal /dev/full cannot be written: No space left on device; ");
    assertThat(full).exists();
  }

  @Test
  void aFolderInTheWayIsRecoveredFromAndTheLossTold() throws IOException {
    Path file = folder.resolve("way.ndjson");
    Files.createDirectory(file);
    TestRecorder recorder = new TestRecorder(owner(file, 0, 4), clock);
    for (int i = 0; i < 3; i++) {
      recorder.tick();
      recorder.take(Samples.violation("lost-" + i));
    }
    assertThat(recorder.counters().dropped()).isEqualTo(3);
    assertThat(log.stream().filter(line -> line.contains("cannot be written"))).hasSize(1);

    Files.delete(file);
    recorder.tick();
    assertThat(file).doesNotExist();
    clock.pass(5);
    recorder.tick();
    recorder.take(Samples.violation("kept"));

    List<JsonObject> records = Samples.read(file);
    assertThat(records.stream().map(record -> record.get("kind").getAsString()))
        .containsExactly("lifecycle", "dropped", "tls.handshake");
    assertThat(records.get(1).get("count").getAsInt()).isEqualTo(3);
    assertThat(records.get(1).get("reason").getAsString())
        .isEqualTo("the journal could not be written");
    assertThat(records.get(2).get("seq").getAsInt()).isEqualTo(3);
    assertThat(recorder.counters().written().get()).isEqualTo(3);
  }

  @Test
  void aFileThatIsMadeSmallerMeanwhileIsClosedAtItsTornTail() throws IOException {
    Path file = folder.resolve("cut.ndjson");
    JournalFile journal = open(file, 0, 4);
    write(journal, "a line of some length");
    Files.writeString(file, "a li", StandardOpenOption.TRUNCATE_EXISTING);
    clock.pass(1);
    write(journal, "next");
    journal.close();
    assertThat(file).hasContent("a li\nnext\n");
  }

  @Test
  void whatIsCutOffWhileItRunsIsNamedByTheNextLine() throws IOException {
    Path file = folder.resolve("chained.ndjson");
    JournalFile journal =
        new JournalFile(
            new TestOwner(Samples.settings(file).rotation(0, 4).chain(true)).context(clock));
    write(journal, "{\"a\":1}");
    write(journal, "{\"a\":2}");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).isEqualTo("{\"a\":1,\"prev\":\"" + HashChain.GENESIS + "\"}");

    Files.writeString(file, lines.get(0) + "\n");
    clock.pass(1);
    write(journal, "{\"a\":3}");
    journal.close();

    String cutOff = Digest.name(Digest.sha256().digest(lines.get(1).getBytes(UTF_8)));
    assertThat(file).hasContent(lines.get(0) + "\n{\"a\":3,\"prev\":\"" + cutOff + "\"}\n");
  }

  /** One takes over from another, and both write for a moment. */
  @Test
  void enginesOfOneJvmWriteOneChainIntoOneFile() throws Exception {
    Path file = folder.resolve("two.ndjson");
    Map<String, Object> shared = new ConcurrentHashMap<>();
    List<TestRecorder> engines = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      TestOwner owner = new TestOwner(Samples.settings(file).rotation(100_000, 9).chain(true));
      engines.add(new TestRecorder(owner.sharing(shared), clock));
    }
    List<Thread> writers = new ArrayList<>();
    for (TestRecorder engine : engines) {
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; i < 300; i++) {
                  engine.take(Samples.violation("host" + i));
                }
                engine.finish();
              });
      writer.start();
      writers.add(writer);
    }
    for (Thread writer : writers) {
      writer.join();
    }

    String prev = HashChain.GENESIS;
    int lines = 0;
    for (Path part : parts(file)) {
      for (String line : Files.readAllLines(part)) {
        assertThat(line).endsWith(",\"prev\":\"" + prev + "\"}");
        prev = Digest.name(Digest.sha256().digest(line.getBytes(UTF_8)));
        lines++;
      }
    }
    assertThat(lines).isEqualTo(2 * 302);
    assertThat(folder.resolve("two.ndjson.2")).exists();
  }

  private static List<Path> parts(Path file) {
    List<Path> parts = new ArrayList<>();
    for (int i = 8; i >= 0; i--) {
      Path part = i == 0 ? file : Path.of(file + "." + i);
      if (Files.exists(part)) {
        parts.add(part);
      }
    }
    return parts;
  }

  @Test
  void aLineOfAnotherProcessIsNamedByTheNext() throws IOException {
    Path file = folder.resolve("grown.ndjson");
    JournalFile journal =
        new JournalFile(
            new TestOwner(Samples.settings(file).rotation(0, 4).chain(true)).context(clock));
    write(journal, "{\"a\":1}");
    Files.writeString(file, "{\"b\":1}\n", StandardOpenOption.APPEND);
    write(journal, "{\"a\":2}");
    journal.close();

    String foreign = Digest.name(Digest.sha256().digest("{\"b\":1}".getBytes(UTF_8)));
    assertThat(Files.readAllLines(file).get(2)).isEqualTo("{\"a\":2,\"prev\":\"" + foreign + "\"}");
  }

  private boolean write(JournalFile journal, String line) {
    if (!journal.isReady()) {
      return false;
    }
    String prev = journal.link();
    String linked = prev == null ? line : line.replaceFirst("}$", ",\"prev\":\"" + prev + "\"}");
    return journal.write((linked + "\n").getBytes(UTF_8));
  }

  private JournalFile open(Path file, long maxSize, int keep) {
    context = owner(file, maxSize, keep).context(clock);
    return new JournalFile(context);
  }

  private TestOwner owner(Path file, long maxSize, int keep) {
    return new TestOwner(Samples.settings(file).rotation(maxSize, keep))
        .log((Verdict level, String line) -> log.add(level + " " + line));
  }
}
