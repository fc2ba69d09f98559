package dev.stockade.e2e.http;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.aws.AwsSdk;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that hand a call to threads of their own: whose call it was is known all the same. */
@Tag("matrix")
class HandedOverTest {
  private static final String[] CALLS = {
    "GET http aws /1", "GET http aws /2", "GET http aws /3", "GET http aws /4",
  };

  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.from(11);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aCallOfTheJdksClient(Jdk jdk) throws Exception {
    try (AwsServer server = new AwsServer()) {
      for (String how : List.of("1.1:", "2:async:")) {
        ChildJvm child = ChildJvm.on(jdk).agent(Launch.JAVAAGENT, "mode=audit");
        String[] calls = {how + "unsigned", how + "unsigned", how + "unsigned"};
        assertNamed(server.reach(child).start("JdkHttpCalls", calls), "JdkHttpCalls");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"APACHE4_ASYNC", "APACHE5_ASYNC"})
  void aCallOfApachesAsynchronousClients(ClientProgram program) throws Exception {
    for (String version : List.of(program.versions().get(0), program.newest())) {
      try (WebServer server = new WebServer()) {
        ChildJvm child = ChildJvm.on(Jdk.running()).library(program.library(version));
        child.agent(Launch.JAVAAGENT, "mode=audit");
        assertNamed(server.reach(child).start(program.program, CALLS), program.program);
      }
    }
  }

  /** All are begun before any ends: they are looked out for because an exception asks for code. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"OKHTTP, 3.0.1", "OKHTTP, 3.14.9", "OKHTTP, 4.12.0", "OKHTTP5, 5.5.1"})
  void aCallThatOkHttpEnqueues(ClientProgram program, String version) throws Exception {
    try (WebServer server = new WebServer()) {
      ChildJvm child =
          ChildJvm.on(Jdk.running())
              .library(program.library(version))
              .with("-Dapp.at-once=true")
              .agent(Launch.JAVAAGENT, "policy=" + policy("audit", "com.acme"));
      Outcome outcome =
          assertNamed(server.reach(child).start(program.program, CALLS), "OkHttpCalls");

      assertThat(outcome.records("aws.request"))
          .allMatch(it -> text(it, "code.class").equals("dev.stockade.apps.OkHttpCalls"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"PEKKO", "AKKA10_1", "AKKA10_2"})
  void aCallOfPekkosAndAkkasClient(ClientProgram program) throws Exception {
    try (AwsServer server = new AwsServer()) {
      ChildJvm child = ChildJvm.on(Jdk.running()).library(program.library(program.newest()));
      child.agent(Launch.JAVAAGENT, "mode=audit");
      assertNamed(server.reach(child).start(program.program, CALLS), program.program);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"2.20.160, netty", "2.57.8, netty", "2.57.8, crt"})
  void aCallOfTheAwsSdk(String version, String transport) throws Exception {
    try (AwsServer server = new AwsServer()) {
      ChildJvm child = ChildJvm.on(Jdk.running()).agent(Launch.JAVAAGENT, "mode=audit");
      List<String> calls = List.of("s3-get@clear", "s3-get@clear", "s3-get@clear");
      assertNamed(
          new AwsSdk(version, transport).start(server.reach(child), calls), "SdkV2Tampering$2");
    }
  }

  /** From the first connection on: an exception that came late would have been a false block. */
  @Test
  void anExceptionForTheCodeHolds() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      for (boolean fits : new boolean[] {true, false}) {
        String code = fits ? "dev.stockade.apps.JdkHttpClient" : "com.acme";
        Outcome outcome =
            ChildJvm.on(Jdk.running())
                .withLegacyAlgorithms()
                .agent(Launch.JAVAAGENT, "policy=" + policy("enforce", code))
                .start("JdkHttpClient", server.url())
                .outcome()
                .assertHostLived();

        assertThat(outcome.lineFor(server.url()))
            .contains(fits ? " ok " : "stockade: blocked TLS to localhost");
      }
    }
  }

  private Path policy(String mode, String code) throws Exception {
    return Files.writeString(
        folder.resolve("policy.yaml"),
        """
        mode: %s
        exceptions:
          - id: one
            match: {code: %s}
            allow: {forward-secrecy: optional}
            owner: team
            expires: 2999-01-01
            reason: until it is replaced
        """
            .formatted(mode, code));
  }

  private static Outcome assertNamed(ChildJvm child, String program) throws Exception {
    Outcome outcome = child.outcome().assertHostLived();
    List<String> classes = new ArrayList<>();
    outcome.records("aws.request").forEach(it -> classes.add(text(it, "code.class")));
    assertThat(classes).describedAs("%s", outcome).contains("dev.stockade.apps." + program);
    assertThat(outcome.err())
        .anyMatch(line -> line.contains(" called in dev.stockade.apps." + program + "."));
    return outcome;
  }
}
