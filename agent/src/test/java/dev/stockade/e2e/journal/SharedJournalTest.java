package dev.stockade.e2e.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two JVMs with the same journal option, as a fleet's common JAVA_TOOL_OPTIONS has it. */
class SharedJournalTest {
  private static final int CONNECTIONS = 300;

  @TempDir Path folder;

  @Test
  void withTheProcessIdInThePathEachHasAFileOfItsOwn() throws Exception {
    List<ChildJvm> children = runTwo("j-%p.ndjson", "");

    for (ChildJvm child : children) {
      Path own = folder.resolve("j-" + child.pid() + ".ndjson");
      assertThat(handshakesByPid(List.of(own)))
          .containsOnly(entry(child.pid(), (long) CONNECTIONS));
    }
    assertThat(files()).hasSize(2);
  }

  @Test
  void inOneFileNoLineIsTornAndNoneIsLost() throws Exception {
    assertNothingIsLost(runTwo("j.ndjson", ""));

    assertThat(files()).hasSize(1);
  }

  @Test
  void evenWhereEachRotatesTheOthersFileNothingIsTornOrLost() throws Exception {
    assertNothingIsLost(runTwo("j.ndjson", ",journal.max-size=64k,journal.keep=100"));

    assertThat(files()).hasSizeGreaterThan(3);
  }

  private void assertNothingIsLost(List<ChildJvm> children) throws IOException {
    Map<Long, Long> handshakes = handshakesByPid(files());
    for (ChildJvm child : children) {
      assertThat(handshakes).containsEntry(child.pid(), (long) CONNECTIONS);
    }
  }

  private List<ChildJvm> runTwo(String journal, String more) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      List<ChildJvm> children = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        children.add(
            ChildJvm.on(Jdk.running())
                .withLegacyAlgorithms()
                .agentOnly("log=error,journal=" + folder.resolve(journal) + more)
                .start("Load", server.target(), String.valueOf(CONNECTIONS), "2", "handshake"));
      }
      for (ChildJvm child : children) {
        assertThat(child.outcome().exitCode()).isZero();
      }
      return children;
    }
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Map<Long, Long> handshakesByPid(List<Path> journals) throws IOException {
    List<JsonObject> records = new ArrayList<>();
    for (Path journal : journals) {
      records.addAll(Records.in(journal));
    }
    return records.stream()
        .filter(record -> record.get("kind").getAsString().equals("tls.handshake"))
        .map(record -> record.get("pid").getAsLong())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
