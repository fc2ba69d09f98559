package dev.stockade.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program that gives no cause for it notices of the agent: nothing. */
@Tag("matrix")
class QuietTest {
  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aProgramWithoutTlsGetsNoLineNoThreadAndNoFile(Jdk jdk) throws Exception {
    Outcome outcome =
        ChildJvm.on(jdk)
            .agent(Launch.JAVAAGENT, "log=debug")
            .with("-Djava.io.tmpdir=" + Files.createTempDirectory("quiet"))
            .start("Threads")
            .outcome();

    assertThat(outcome.out()).noneMatch(line -> line.contains("stockade"));
    assertThat(outcome.err()).hasSize(1).first().asString().contains("is active: mode audit");
    assertThat(outcome.journal()).doesNotExist();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aCompliantProgramGetsOnlyTheSummary(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      Path temporary = Files.createTempDirectory("quiet");
      Outcome outcome =
          ChildJvm.on(jdk)
              .agent(Launch.JAVAAGENT, "")
              .with("-Djava.io.tmpdir=" + temporary)
              .start("SocketClient", server.target())
              .outcome()
              .assertHostLived();

      assertThat(outcome.err()).first().asString().startsWith("stockade ");
      assertThat(outcome.err()).anyMatch(line -> line.contains(server.target()));
      assertThat(outcome.err()).allMatch(line -> line.length() <= 100 || line.contains("journal"));
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void jdkToolsAreLeftAlone(Jdk jdk) throws Exception {
    Path keytool = jdk.home().resolve("bin/keytool");
    jdk.java();
    ProcessBuilder builder = new ProcessBuilder(keytool.toString(), "-help");
    builder
        .environment()
        .put("JAVA_TOOL_OPTIONS", "-javaagent:" + ChildJvm.JAR + "=log=debug,mode=nonsense");
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(printed).doesNotContain("WARN").doesNotContain("ERROR").doesNotContain("is active");
  }
}
