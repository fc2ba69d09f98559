package dev.stockade.journal.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Samples;
import dev.stockade.journal.TestRecorder;
import dev.stockade.policy.Decision;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.TlsFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerSharesTest {
  private static final long SIZE = 1 << 20;

  @TempDir Path folder;
  private final Samples.FakeClock clock = new Samples.FakeClock();
  private Path file;
  private TestRecorder recorder;

  @BeforeEach
  void open() {
    file = folder.resolve("shares.ndjson");
    recorder = new TestRecorder(Samples.settings(file).rotation(SIZE, 4), clock);
  }

  @Test
  void aClientThatNamesItselfAnewEachTimeDoesNotPushOutTheEvidenceOfOthers() throws IOException {
    see(Samples.violation("db.internal"));
    for (int i = 0; i < 20_000; i++) {
      see(weak("10.0.0.9", "name-" + i));
    }
    see(Samples.violation("mail.internal"));
    recorder.finish();

    assertThat(folder.resolve("shares.ndjson.1")).doesNotExist();
    List<JsonObject> records = Samples.read(file, EventKind.TLS_HANDSHAKE);
    assertThat(records.get(0).toString()).contains("db.internal");
    assertThat(records.get(records.size() - 1).toString()).contains("mail.internal");
    assertThat(Files.size(file)).isLessThan(SIZE);
    JsonObject dropped = Samples.read(file, EventKind.DROPPED).get(0);
    assertThat(dropped.get("reason").getAsString())
        .isEqualTo(
            "10.0.0.9 has used its share of the journal (512 kB and as much again a day): its"
                + " records are only counted");
    assertThat(records.size() - 2 + dropped.get("count").getAsLong()).isEqualTo(20_000);
    assertThat(recorder.counters().dropped()).isEqualTo(dropped.get("count").getAsLong());
  }

  @Test
  void passesWithOddNamesCountAsWell() throws IOException {
    for (int i = 0; i < 3_000; i++) {
      see(Samples.pass(in("10.0.0.9", "name-" + i), Samples.TIME));
    }
    clock.pass(60);
    recorder.tick();

    assertThat(Files.size(file)).isLessThan(PeerShares.MIN + 10_000);
    assertThat(Samples.read(file, EventKind.DROPPED)).hasSize(1);
    assertThat(recorder.isIdle()).isTrue();
  }

  @Test
  void whatIsOnlyCountedIsToldOnceAMinute() throws IOException {
    for (int second = 0; second < 600; second++) {
      for (int i = 0; i < 10; i++) {
        see(weak("10.0.0.9", second + "-" + i));
      }
      clock.pass(1);
      recorder.tick();
    }
    recorder.finish();

    List<JsonObject> dropped = Samples.read(file, EventKind.DROPPED);
    assertThat(dropped).hasSizeBetween(5, 11);
    assertThat(sum(dropped) + Samples.read(file, EventKind.TLS_HANDSHAKE).size()).isEqualTo(6_000);
  }

  @Test
  void aShareComesBackWithinADay() throws IOException {
    for (int i = 0; i < 2_000; i++) {
      see(weak("10.0.0.9", "name-" + i));
    }
    long before = Samples.read(file, EventKind.TLS_HANDSHAKE).size();
    clock.pass(24 * 3_600);
    for (int i = 0; i < 100; i++) {
      see(weak("10.0.0.9", "next-" + i));
    }

    assertThat(Samples.read(file, EventKind.TLS_HANDSHAKE)).hasSize((int) before + 100);
  }

  @Test
  void aClientIsTheNetworkThatItCanChooseItsAddressFrom() {
    assertThat(PeerShares.peerOf(weak("2001:db8:1:2:3:4:5:6", "a"))).isEqualTo("2001:db8:1:2::/64");
    assertThat(PeerShares.peerOf(weak("10.0.0.9", "a"))).isEqualTo("10.0.0.9");
    assertThat(PeerShares.peerOf(Samples.violation("db"))).isEqualTo("db:1433");
    assertThat(PeerShares.peerOf(Samples.request("s3"))).isEqualTo("s3.eu-west-1.amazonaws.com");
    assertThat(PeerShares.peerOf(Event.ofOwn(EventKind.LIFECYCLE, 0, null))).isNull();
  }

  @Test
  void peersWithoutEndShareWhatIsLeft() throws IOException {
    for (int i = 0; i < 5_000; i++) {
      see(weak("10.0." + i / 256 + "." + i % 256, "name-" + i));
    }
    recorder.finish();

    List<JsonObject> dropped = Samples.read(file, EventKind.DROPPED);
    assertThat(dropped).hasSize(1);
    assertThat(dropped.get(0).get("reason").getAsString()).startsWith("other peers has used");
  }

  @Test
  void whereNothingIsRotatedNothingIsLeftOut() throws IOException {
    recorder = new TestRecorder(Samples.settings(file).rotation(0, 4), clock);
    for (int i = 0; i < 2_000; i++) {
      see(weak("10.0.0.9", "name-" + i));
    }
    recorder.finish();

    assertThat(Samples.read(file, EventKind.TLS_HANDSHAKE)).hasSize(2_000);
  }

  private void see(Event event) {
    recorder.take(event);
  }

  private static long sum(List<JsonObject> dropped) {
    return dropped.stream().mapToLong(record -> record.get("count").getAsLong()).sum();
  }

  private static TlsFacts in(String ip, String sni) {
    return new TlsFacts.Builder(Direction.IN)
        .peer(null, ip, 50_001)
        .sni(sni)
        .session("TLSv1.1", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", false)
        .build();
  }

  private static Event weak(String ip, String sni) {
    Decision decision = Decision.of(Action.WOULD_BLOCK, Samples.WEAK);
    return Event.ofTls(EventKind.TLS_HANDSHAKE, Samples.TIME, null, decision, in(ip, sni), null);
  }
}
