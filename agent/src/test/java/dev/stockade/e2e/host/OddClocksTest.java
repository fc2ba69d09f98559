package dev.stockade.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clocks that jump, summer that ends, languages with digits of their own. */
@Tag("matrix")
class OddClocksTest {
  private static final String UTC = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void recordsAndLinesAreTheSameInEveryLanguageAndZone(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      for (String language : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai")) {
        String[] parts = language.split("-", 3);
        Outcome outcome =
            ChildJvm.on(jdk)
                .withLegacyAlgorithms()
                .with("-Duser.language=" + parts[0], "-Duser.country=" + parts[1].substring(0, 2))
                .with("-Duser.extensions=" + (parts.length > 2 ? parts[2] : ""))
                .with("-Duser.timezone=Asia/Kathmandu")
                .agent(Launch.JAVAAGENT, "mode=enforce")
                .start("SocketClient", server.target())
                .outcome()
                .assertHostLived();

        assertThat(outcome.lineFor(server.target())).contains("failed", "SSLHandshakeException");
        assertThat(outcome.records("tls.blocked")).hasSize(1);
        assertThat(outcome.records()).allMatch(record -> time(record).matches(UTC));
        assertThat(outcome.err()).isNotEmpty().allMatch(line -> line.matches("\\p{ASCII}*"));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void theHourThatNewYorkHasTwiceIsOneHourAfterTheOther(Jdk jdk) throws Exception {
    List<String> times = timesOf(jdk, "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z");

    assertThat(times.stream().map(time -> time.substring(0, 15)).toList())
        .isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(times).first().asString().startsWith("2026-11-01T05:30:0");
    assertThat(times).last().asString().startsWith("2026-11-01T06:30:0");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aClockThatIsPutBackADayAndForwardAMonthLosesNothing(Jdk jdk) throws Exception {
    List<String> times =
        timesOf(jdk, "2027-03-02T12:00:00Z", "2027-03-01T12:00:00Z", "2027-04-01T12:00:00Z");

    assertThat(times).anyMatch(time -> time.startsWith("2027-03-02"));
    assertThat(times).anyMatch(time -> time.startsWith("2027-03-01"));
    assertThat(times).anyMatch(time -> time.startsWith("2027-04-01"));
  }

  /** Three weak connections at each of these times; all times in the journal, in its order. */
  private List<String> timesOf(Jdk jdk, String... times) throws Exception {
    Sandbox.installed("faketime", "faketime");
    Path clock = folder.resolve("clock");
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      put(clock, times[0]);
      ChildJvm child =
          ChildJvm.on(jdk)
              .withLegacyAlgorithms()
              .environment("TZ", "America/New_York")
              .environment("LD_PRELOAD", "/usr/$LIB/faketime/libfaketimeMT.so.1")
              .environment("FAKETIME_TIMESTAMP_FILE", clock.toString())
              .environment("FAKETIME_FMT", "%s")
              .environment("FAKETIME_NO_CACHE", "1")
              .environment("FAKETIME_DONT_FAKE_MONOTONIC", "1")
              .with("-Dapp.again=true")
              .agent(Launch.JAVAAGENT, "log=error")
              .start("Load", server.target(), "3", "1", "handshake");
      for (int i = 1; i < times.length; i++) {
        child.awaitLines("done 3 ", i);
        put(clock, times[i]);
        child.send("3");
      }
      child.awaitLines("done 3 ", times.length);
      Outcome outcome = child.end().assertHostLived();

      List<JsonObject> records = outcome.records();
      assertThat(outcome.records("tls.handshake")).hasSize(3 * times.length);
      List<String> written = new ArrayList<>();
      for (int i = 0; i < records.size(); i++) {
        assertThat(records.get(i).get("seq").getAsInt()).isEqualTo(i + 1);
        written.add(time(records.get(i)));
      }
      return written;
    }
  }

  /** In one step, so that no reader finds half of it. */
  private void put(Path clock, String time) throws Exception {
    Path next = folder.resolve("next");
    Files.writeString(next, "@" + Instant.parse(time).getEpochSecond() + "\n");
    Files.move(next, clock, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private static String time(JsonObject record) {
    return record.get("time").getAsString();
  }
}
