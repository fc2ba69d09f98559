package dev.stockade.journal.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.base.Clock;
import dev.stockade.journal.CallSite;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.Samples;
import dev.stockade.journal.TestRecorder;
import dev.stockade.journal.format.RecordForm;
import dev.stockade.journal.format.SampleRecords;
import dev.stockade.policy.Decision;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.FindingSamples;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.TlsFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of a peer's choice, without end and of characters that take the most room. */
class LongTextsTest {
  @TempDir Path folder;

  @Test
  void aRecordHasEightKilobytesAtMostWhateverIsInIt() throws IOException {
    Path file = folder.resolve("a.ndjson");
    for (String c :
        new String[] {"a", "\u0001", "\u20ac", "\ud83d\ude00", "\ud83d", "\"", "\u202e"}) {
      record(file, worst(c.repeat(20_000)));
    }

    for (String line : Files.readAllLines(file)) {
      assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(RecordWriter.MAX_LENGTH);
      for (RecordForm form : RecordForm.values()) {
        String other = form.line(SampleRecords.tree(line), "ab".repeat(32));
        assertThat(other.getBytes(StandardCharsets.UTF_8))
            .describedAs("%s", form)
            .hasSizeLessThan(4 * RecordWriter.MAX_LENGTH);
      }
    }
    assertThat(Samples.read(file, EventKind.TLS_HANDSHAKE)).hasSize(14);
  }

  @Test
  void whatWasCutSaysSo() throws IOException {
    Path file = folder.resolve("b.ndjson");
    record(file, worst("a".repeat(15_000)));

    JsonObject record = Samples.read(file, EventKind.TLS_HANDSHAKE).get(0);
    assertThat(record.getAsJsonObject("peer").get("sni").getAsString())
        .hasSize(253)
        .contains("...(cut, has 15000 characters)...");
    assertThat(record.get("reason").getAsString()).contains("...(cut, has 15000 characters)...");
    assertThat(record.get("service").getAsString()).contains("(cut, has 15000 characters)");
  }

  @Test
  void whatIsFoldedIsBoundedInCharactersToo() throws IOException {
    Path file = folder.resolve("c.ndjson");
    JournalSettings settings = Samples.settings(file).rotation(0, 4);
    TestRecorder recorder = new TestRecorder(settings, new Samples.FakeClock());
    recorder.take(Samples.pass("first"));
    recorder.take(Samples.pass("first"));
    for (int i = 0; i < 1_000; i++) {
      String name = "\u20ac".repeat(250) + i;
      recorder.take(Samples.failed(name, name + name));
    }
    assertThat(Samples.read(file, EventKind.TLS_HANDSHAKE)).hasSize(1);
    for (int i = 1_000; i < 3_000; i++) {
      String name = "\u20ac".repeat(250) + i;
      recorder.take(Samples.failed(name, name + name));
    }
    assertThat(Samples.read(file, EventKind.TLS_HANDSHAKE)).hasSize(2);
  }

  private static Event worst(String text) {
    TlsFacts tls =
        new TlsFacts.Builder(Direction.OUT)
            .peer(text, text, 1433)
            .via(text, text, 3128)
            .local(text, 50_001)
            .sni(text)
            .session(text, text, false)
            .keyExchange(text, 1024)
            .seenIn(text, text)
            .build();
    Decision candidate =
        Decision.of(
            Action.WOULD_BLOCK,
            FindingSamples.finding(Verdict.VIOLATION, text, Rule.TLS_MIN_VERSION));
    Decision weak =
        Decision.of(
            Action.WOULD_BLOCK, FindingSamples.finding(Verdict.VIOLATION, text, Rule.values()));
    Decision decision = FindingSamples.besides(weak, candidate);
    CallSite code = new CallSite(text, text, text);
    return Event.ofTls(EventKind.TLS_HANDSHAKE, Samples.TIME, null, decision, tls, code);
  }

  private static void record(Path file, Event event) {
    String text = event.tls().host();
    String name = text.charAt(0) + event.reason();
    JournalSettings settings = Samples.settings(file).names(name + name, name + name).chain(true);
    TestRecorder recorder = new TestRecorder(settings, new Clock());
    recorder.take(event);
    recorder.take(event);
    recorder.finish();
  }
}
