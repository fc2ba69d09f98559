package dev.stockade.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Records;
import dev.stockade.e2e.kit.Sandbox;
import dev.stockade.e2e.server.SpringBootJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of docs/environments that need no more than a JVM. */
@Tag("matrix")
class EnvironmentsTest {
  private static final Library HTTP_CLIENT =
      Library.of("org.apache.httpcomponents:httpclient:4.5.14");

  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  /** docs/environments/plain.md */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void plainByVariablesOnly(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      Outcome outcome =
          ChildJvm.on(jdk)
              .withLegacyAlgorithms()
              .environment("JAVA_TOOL_OPTIONS", "-javaagent:" + ChildJvm.JAR)
              .environment("STOCKADE_MODE", "audit")
              .environment("STOCKADE_JOURNAL", folder.resolve("stockade-%p.ndjson").toString())
              .start("SocketClient", server.target())
              .outcome();

      assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.2");
      assertThat(outcome.err()).first().asString().startsWith("Picked up JAVA_TOOL_OPTIONS: ");
      assertThat(outcome.err()).anyMatch(line -> line.contains("would-block"));
      assertThat(folder).isDirectoryContaining("glob:**/stockade-*.ndjson");
    }
  }

  /** docs/environments/lambda.md and docker.md: nothing writable, records on stderr. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aContainerWithRecordsOnStderr(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      Outcome outcome =
          ChildJvm.on(jdk)
              .under(Sandbox.readOnly().words())
              .environment("JAVA_TOOL_OPTIONS", "-javaagent:" + ChildJvm.JAR)
              .environment("STOCKADE_JOURNAL", "stderr")
              .environment("STOCKADE_SUMMARY", "false")
              .start("SocketClient", server.target())
              .outcome();

      assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.3");
      assertThat(outcome.err().subList(1, outcome.err().size()))
          .hasSize(4)
          .allMatch(line -> line.startsWith("{\"time\":\"") && line.endsWith("}"));
    }
  }

  /** docs/environments/spring-boot.md */
  @Test
  void springBootBefore32() throws Exception {
    assertSpringBoot("2.7.18", "org.springframework.boot.loader.JarLauncher");
  }

  /** docs/environments/spring-boot.md */
  @Test
  void springBootFrom32On() throws Exception {
    assertSpringBoot("3.3.5", "org.springframework.boot.loader.launch.JarLauncher");
  }

  private void assertSpringBoot(String version, String launcher) throws Exception {
    Path jar = folder.resolve("orders.jar");
    Library loader = Library.of("org.springframework.boot:spring-boot-loader:" + version);
    SpringBootJar.make(jar, loader, launcher, "Apache4Calls", HTTP_CLIENT);
    try (OpensslServer weak = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      Outcome outcome =
          ChildJvm.on(Jdk.running())
              .withLegacyAlgorithms()
              .with("-Dapp.tls-port=" + weak.port())
              .agent(Launch.JAVAAGENT, "mode=enforce")
              .launch(List.of("-jar", jar.toString()), "GET https local /")
              .outcome();

      JsonObject blocked = outcome.records("tls.blocked").get(0);
      assertThat(blocked.get("service").getAsString()).isEqualTo("orders.jar");
      assertThat(Records.text(blocked, "code.class")).startsWith("dev.stockade.apps.");
    }
  }
}
