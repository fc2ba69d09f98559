package dev.stockade.e2e.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service with a small heap, and a client that wants it to fall: it stands as without us. */
@Tag("soak")
class HostileClientTest {
  private static final int LONG_NAMES = 300;

  /** In each mode: ten thousand in all. */
  private static final int ODD_HELLOS = 5_000;

  private static final int MAX_RECORD = 8192;

  @Test
  void theHostsOutcomesAreThoseWithoutTheAgent() throws Exception {
    List<String> plain = suffer(server(), 100).answers();
    Suffering audit = suffer(server().agent(Launch.JAVAAGENT, "mode=audit"), ODD_HELLOS);
    Suffering enforce = suffer(server().agent(Launch.JAVAAGENT, "mode=enforce"), ODD_HELLOS);

    assertThat(plain).hasSize(20).allMatch(answer -> answer.endsWith("\r\n\r\nok"));
    assertThat(audit.answers()).isEqualTo(plain);
    assertThat(enforce.answers()).isEqualTo(plain);
    assertEvidenceIsBounded(audit.outcome());
    assertEvidenceIsBounded(enforce.outcome());
  }

  /** Without tickets, since the JDK's own client takes none with a name of that length in it. */
  private static ChildJvm server() throws Exception {
    return ChildJvm.on(Jdk.running())
        .with("-Xmx64m", "-Djdk.tls.server.enableSessionTicketExtension=false")
        .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD);
  }

  private record Suffering(List<String> answers, Outcome outcome) {}

  private static Suffering suffer(ChildJvm server, int oddHellos) throws Exception {
    server.start("LoadServer");
    List<String> answers;
    try (HostileClient client = new HostileClient(server.ready())) {
      client.openSilently(50);
      client.useLongNames(LONG_NAMES);
      answers = client.visitWell(10);
      client.sayOddHellos(oddHellos);
      answers.addAll(client.visitWell(10));
    }
    Outcome outcome = server.end().assertHostLived();
    assertThat(outcome.err())
        .noneMatch(line -> line.contains("OutOfMemoryError"))
        .noneMatch(line -> line.contains("Exception in thread"));
    return new Suffering(answers, outcome);
  }

  private static void assertEvidenceIsBounded(Outcome outcome) throws Exception {
    for (String line : Files.readAllLines(outcome.journal(), UTF_8)) {
      assertThat(line.getBytes(UTF_8)).hasSizeLessThan(MAX_RECORD);
    }
    assertThat(Files.size(outcome.journal())).isLessThan(9L << 20);
    assertThat(outcome.records("tls.handshake"))
        .anyMatch(
            record ->
                String.valueOf(record.get("peer"))
                    .matches(".*\"sni\":\"a-label-.*\\(cut, has \\d+ characters\\).*"));
    JsonObject counts =
        outcome.records().get(outcome.records().size() - 1).getAsJsonObject("counts");
    assertThat(counts.get("handshakes").getAsInt() + counts.get("dropped").getAsInt())
        .isGreaterThanOrEqualTo(LONG_NAMES + 20);
  }
}
