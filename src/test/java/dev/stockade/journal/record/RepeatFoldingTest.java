package dev.stockade.journal.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.Samples;
import dev.stockade.journal.SinkContext;
import dev.stockade.journal.TestOwner;
import dev.stockade.journal.TestRecorder;
import dev.stockade.policy.Decision;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.FindingSamples;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatFoldingTest {
  @TempDir Path folder;
  private final Samples.FakeClock clock = new Samples.FakeClock();
  private Path file;
  private TestRecorder recorder;
  private SinkContext context;

  @BeforeEach
  void open() {
    file = folder.resolve("folds.ndjson");
    recorder = new TestRecorder(Samples.settings(file), clock);
  }

  @Test
  void theFirstSightIsWrittenAtOnceWithoutACount() throws IOException {
    see(Samples.pass("a"));
    assertThat(handshakes()).hasSize(1);
    assertThat(handshakes().get(0).has("count")).isFalse();
  }

  @Test
  void repeatsBecomeOneRecordAtTheEndOfTheMinute() throws IOException {
    see(Samples.pass("a", Samples.TIME));
    for (int i = 1; i <= 5; i++) {
      clock.pass(10);
      see(Samples.pass("a", clock.millis()));
    }
    assertThat(handshakes()).hasSize(1);
    clock.pass(10);
    recorder.tick();
    JsonObject folded = handshakes().get(1);
    assertThat(folded.get("count").getAsInt()).isEqualTo(5);
    assertThat(folded.get("first").getAsString()).isEqualTo("2026-11-23T18:45:10.123Z");
    assertThat(folded.get("last").getAsString()).isEqualTo("2026-11-23T18:45:50.123Z");
    assertThat(folded.get("time").getAsString()).isEqualTo("2026-11-23T18:46:00.123Z");
    assertThat(folded.keySet()).endsWith("pid", "process", "stockade", "count", "first", "last");
    assertThat(folded.getAsJsonObject("peer").get("port").getAsInt()).isEqualTo(1433);
  }

  @Test
  void requestsToAwsAreFoldedLikeHandshakes() throws IOException {
    see(Samples.request("s3"));
    see(Samples.request("s3"));
    see(Samples.cleartext("s3"));
    see(Samples.cleartext("s3"));
    recorder.finish();
    List<JsonObject> requests = Samples.read(file, EventKind.AWS_REQUEST);
    assertThat(requests).hasSize(4);
    assertThat(requests.get(3).get("count").getAsInt()).isEqualTo(1);
  }

  @Test
  void whatIsSeenEachMinuteIsCountedEachMinute() throws IOException {
    see(Samples.pass("a"));
    for (int i = 0; i < 4; i++) {
      clock.pass(30);
      see(Samples.pass("a"));
    }
    clock.pass(60);
    recorder.tick();
    assertThat(handshakes()).hasSize(4);
    assertThat(counts()).containsExactly(1, 2, 1);
  }

  @Test
  void aMinuteWithoutASightForgets() throws IOException {
    see(Samples.pass("a"));
    clock.pass(60);
    see(Samples.pass("a"));
    assertThat(handshakes()).hasSize(2);
    assertThat(counts()).isEmpty();
    clock.pass(120);
    recorder.tick();
    assertThat(recorder.isIdle()).isTrue();
  }

  @Test
  void theEndWritesWhatIsCounted() throws IOException {
    see(Samples.pass("a"));
    see(Samples.pass("a"));
    see(Samples.pass("b"));
    recorder.finish();
    assertThat(counts()).containsExactly(1);
  }

  @Test
  void aChangeIsAFirstSight() throws IOException {
    see(Samples.pass("a"));
    see(
        Samples.pass(
            Samples.out("a").session("TLSv1.3", "TLS_AES_128_GCM_SHA256", false).build(), 0));
    see(Samples.pass(Samples.out("a").keyExchange("x25519", 0).build(), 0));
    see(Samples.pass(Samples.out("a").peer("a", "10.0.0.8", 1433).build(), 0));
    see(Samples.pass(Samples.out("a").peer("a", "10.0.0.7", 1434).build(), 0));
    see(Samples.pass(Samples.out("a").seenIn("BCJSSE", "SSLSocket").build(), 0));
    see(Samples.failed("a", "no"));
    see(Samples.failed("a", "never"));
    assertThat(counts()).isEmpty();
    assertThat(Samples.read(file)).hasSize(9);
  }

  @Test
  void aViolationOrABlockIsNeverFolded() throws IOException {
    for (int i = 0; i < 3; i++) {
      see(Samples.violation("a"));
      see(
          Event.ofTls(
              EventKind.TLS_BLOCKED,
              0,
              null,
              Decision.of(Action.BLOCKED, null),
              Samples.out("a").build(),
              null));
    }
    assertThat(handshakes()).hasSize(3);
    assertThat(Samples.read(file, EventKind.TLS_BLOCKED)).hasSize(3);
  }

  @Test
  void theClientsPortIsNotPartOfAFoldedRecord() throws IOException {
    see(Samples.pass(Samples.in("10.0.0.9", 50001), 0));
    see(Samples.pass(Samples.in("10.0.0.9", 50002), 0));
    see(Samples.pass(Samples.in("10.0.0.9", 50003), 0));
    recorder.finish();
    assertThat(counts()).containsExactly(2);
    assertThat(handshakes().get(0).getAsJsonObject("peer").toString())
        .isEqualTo("{\"ip\":\"10.0.0.9\",\"port\":50001}");
    assertThat(handshakes().get(1).getAsJsonObject("peer").toString())
        .isEqualTo("{\"ip\":\"10.0.0.9\"}");
  }

  @Test
  void norIsThePortOnThisSideOfAnOutboundOne() throws IOException {
    see(Samples.pass(Samples.out("a").local("10.0.0.1", 50001).build(), 0));
    see(Samples.pass(Samples.out("a").local("10.0.0.1", 50002).build(), 0));
    see(Samples.pass(Samples.out("a").local("10.0.0.1", 50003).build(), 0));
    recorder.finish();
    assertThat(counts()).containsExactly(2);
    assertThat(handshakes().get(0).getAsJsonObject("local").toString())
        .isEqualTo("{\"ip\":\"10.0.0.1\",\"port\":50001}");
    assertThat(handshakes().get(1).getAsJsonObject("local").toString())
        .isEqualTo("{\"ip\":\"10.0.0.1\"}");
  }

  @Test
  void aClockThatIsPutBackChangesNoCount() throws IOException {
    see(Samples.pass("a", Samples.TIME));
    see(Samples.pass("a", Samples.TIME + 5_000));
    clock.millis -= 3_600_000;
    see(Samples.pass("a", Samples.TIME - 3_600_000));
    clock.pass(60);
    recorder.tick();
    JsonObject folded = handshakes().get(1);
    assertThat(folded.get("count").getAsInt()).isEqualTo(2);
    assertThat(folded.get("first").getAsString()).isLessThan(folded.get("last").getAsString());
  }

  @Test
  void aFullTableIsWrittenAndBegunAnew() throws IOException {
    see(Samples.pass("first"));
    see(Samples.pass("first"));
    for (int i = 1; i < RepeatFolding.LIMIT; i++) {
      see(Samples.pass("host-" + i));
    }
    assertThat(counts()).isEmpty();
    see(Samples.pass("one too many"));
    assertThat(counts()).containsExactly(1);
    see(Samples.pass("first"));
    assertThat(handshakes()).hasSize(RepeatFolding.LIMIT + 3);
  }

  @Test
  void tamperingIsToldAtOnceAndThenCounted() throws IOException {
    Finding shortened =
        FindingSamples.finding(Verdict.WARN, "no longer has RC4", Rule.TAMPER_SECURITY_PROPERTY);
    Finding inserted = FindingSamples.finding(Verdict.NOTE, "a provider", Rule.TAMPER_PROVIDER);
    for (int i = 0; i < 71; i++) {
      see(Event.ofTampering(clock.millis(), i % 2 == 0 ? shortened : inserted, null));
      clock.pass(1);
    }
    recorder.finish();

    List<JsonObject> tampering = Samples.read(file, EventKind.TAMPER);
    assertThat(tampering).hasSizeBetween(4, 6);
    assertThat(tampering.subList(0, 2)).noneMatch(record -> record.has("count"));
    assertThat(tampering.subList(2, tampering.size()))
        .extracting(record -> record.get("count").getAsInt())
        .satisfies(
            counts -> assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(69));
  }

  @Test
  void whatIsCountedElsewhereIsFoldedAsIfEachHadCome() throws IOException {
    recorder.take(Samples.request("s3"), Samples.TIME + 1_000, Samples.TIME + 2_000);
    clock.pass(30);
    recorder.take(Samples.request("s3"), Samples.TIME + 30_000);
    clock.pass(30);
    recorder.tick();
    recorder.finish();

    List<JsonObject> requests = Samples.read(file, EventKind.AWS_REQUEST);
    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).has("count")).isFalse();
    assertThat(requests.get(1).get("count").getAsInt()).isEqualTo(4);
    assertThat(requests.get(1).get("first").getAsString()).isEqualTo("2026-11-23T18:45:00.123Z");
    assertThat(requests.get(1).get("last").getAsString()).isEqualTo("2026-11-23T18:45:30.123Z");
    assertThat(recorder.counters().totals().requests()).isEqualTo(5);
  }

  @Test
  void ofWhatIsCountedAfterItWasForgottenTheFirstIsARecord() throws IOException {
    RepeatFolding folds = folds(0);

    folds.see(Samples.request("s3"), 5, Samples.TIME + 1_000, Samples.TIME + 2_000);
    folds.flush();

    List<JsonObject> requests = Samples.read(file, EventKind.AWS_REQUEST);
    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).get("time").getAsString()).isEqualTo("2026-11-23T18:45:01.123Z");
    assertThat(requests.get(1).get("count").getAsInt()).isEqualTo(4);
  }

  @Test
  void whatIsCountedAfterTheShareOfItsPeerIsCountedAsThat() throws IOException {
    RepeatFolding folds = folds(1 << 20);
    for (int i = 0; context.counters().overShare().get() == 0; i++) {
      folds.see(request("Operation" + i), 1, Samples.TIME, Samples.TIME);
    }

    folds.see(request("another"), 5, Samples.TIME, Samples.TIME);

    assertThat(context.counters().overShare().get()).isEqualTo(1 + 5);
  }

  private RepeatFolding folds(long maxSize) {
    JournalSettings settings = Samples.settings(file).rotation(maxSize, 4);
    context = new TestOwner(settings).context(clock);
    PolicyStamp stamp = new PolicyStamp(settings);
    RecordWriter records = new RecordWriter(context, stamp, new NdjsonFormat());
    return new RepeatFolding(records, new PeerShares(context), clock);
  }

  private static Event request(String operation) {
    return Event.ofAws(
        EventKind.AWS_REQUEST,
        Samples.TIME,
        null,
        Decision.of(Action.ALLOWED, Finding.PASS),
        Samples.aws("s3").operation(operation).build(),
        null);
  }

  private void see(Event event) {
    recorder.tick();
    recorder.take(event);
  }

  private List<JsonObject> handshakes() throws IOException {
    return Samples.read(file, EventKind.TLS_HANDSHAKE);
  }

  private List<Integer> counts() throws IOException {
    return handshakes().stream()
        .filter(record -> record.has("count"))
        .map(record -> record.get("count").getAsInt())
        .toList();
  }
}
