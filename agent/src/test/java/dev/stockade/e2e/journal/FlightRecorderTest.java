package dev.stockade.e2e.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code jfr=true}: what is in a recording, beside what is in the journal. */
@Tag("matrix")
class FlightRecorderTest {
  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.from(11);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void eachHandshakeAndEachRequestIsAnEventWithTheStackThatMadeIt(Jdk jdk) throws Exception {
    try (AwsServer server = new AwsServer()) {
      Outcome outcome =
          server
              .reach(recording(jdk))
              .agent(Launch.JAVAAGENT, "jfr=true")
              .start("UrlCalls", "GET https aws /1 signed", "GET https aws /2 unsigned")
              .outcome()
              .assertHostLived();

      List<RecordedEvent> requests = events("stockade.AwsRequest");
      assertThat(requests).describedAs("%s", outcome).hasSize((int) outcome.awsRequests());
      assertThat(requests).extracting(event -> event.getString("action")).contains("would-block");
      assertThat(requests).allMatch(event -> called(event, "dev.stockade.apps."));
      assertThat(events("stockade.TlsHandshake"))
          .hasSameSizeAs(outcome.records("tls.handshake"))
          .isNotEmpty()
          .allMatch(event -> called(event, "dev.stockade.apps."));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aHandshakeThatIsRefusedIsAnEventBeforeTheExceptionIsThrown(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Outcome outcome =
          recording(jdk)
              .withLegacyAlgorithms()
              .agent(Launch.JAVAAGENT, "mode=enforce,jfr=true")
              .start("SocketClient", server.target())
              .outcome()
              .assertHostLived();

      assertThat(outcome.records("tls.blocked")).hasSize(1);
      RecordedEvent event = events("stockade.TlsBlocked").get(0);
      assertThat(event.getString("action")).isEqualTo("blocked");
      assertThat(event.getString("rule")).isEqualTo("tls.min-version");
      assertThat(called(event, "dev.stockade.apps.SocketClient")).isTrue();
    }
  }

  /** Builds of JDK 8 may have a recorder or not. */
  @Test
  void onJdk8TheProgramGoesOnWhetherThereIsARecorderOrNot() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      Outcome outcome =
          ChildJvm.on(Jdk.of(8))
              .agent(Launch.JAVAAGENT, "jfr=true")
              .start("SocketClient", server.target())
              .outcome()
              .assertHostLived();
      assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.3 ");
      assertThat(outcome.err())
          .filteredOn(line -> line.contains("jfr"))
          .allMatch(line -> line.contains("jfr=true has no effect"))
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  private ChildJvm recording(Jdk jdk) throws Exception {
    return ChildJvm.on(jdk)
        .with("-XX:StartFlightRecording=dumponexit=true,filename=" + folder.resolve("r.jfr"));
  }

  private List<RecordedEvent> events(String name) throws Exception {
    return RecordingFile.readAllEvents(folder.resolve("r.jfr")).stream()
        .filter(event -> event.getEventType().getName().equals(name))
        .toList();
  }

  private static boolean called(RecordedEvent event, String from) {
    return event.getStackTrace().getFrames().stream()
        .anyMatch(frame -> frame.getMethod().getType().getName().startsWith(from));
  }
}
