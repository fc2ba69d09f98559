package dev.stockade.e2e.attach;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.aws.AwsSdk;
import dev.stockade.e2e.kit.Attached;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Footprint;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Records;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Coming and going again and again, while a program under load goes on. All JDKs with {@code
 * -Dcycles.jdks=all}, the one that runs the tests without.
 */
@Tag("soak")
class CyclesTest {
  private static final int CYCLES = Integer.getInteger("cycles", 100);
  private static final List<String> MODES = List.of("audit", "enforce", "canary");

  /** A reply is taken away after ten seconds; until then its engine is still in memory. */
  private static final long MAX_REPLY_MILLIS = 12_000;

  /** The JVM's own notes on methods that run hot lie there too; one engine needs 1 MB. */
  private static final long ROOM_FOR_METHOD_COUNTERS = 2_000_000;

  static List<Jdk> jdks() {
    return System.getProperty("cycles.jdks", "").equals("all") ? Jdk.all() : List.of(Jdk.running());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void cyclesUnderLoadLeaveNothingBehind(Jdk jdk) throws Exception {
    ChildJvm child = loop(jdk);
    String journal = "journal=" + child.journal() + ",summary=false,mode=";
    Footprint before;
    Footprint after;
    try (Attached jvm = Attached.to(child)) {
      cycle(jvm, journal, 0);
      before = settled(child);
      for (int i = 1; i <= CYCLES; i++) {
        cycle(jvm, journal, i);
      }
      after = settled(child);
      assertThat(jvm.properties()).isEmpty();
    }
    Outcome outcome = child.end();

    outcome.assertHostLived();
    assertLoadWasServed(outcome);
    assertThat(after.coreLoaders()).isLessThanOrEqualTo(2);
    assertThat(after.metaspace()).isLessThan(before.metaspace() + ROOM_FOR_METHOD_COUNTERS);
    assertThat(after.threads()).isEqualTo(before.threads());
    assertThat(after.files()).isEqualTo(before.files());
  }

  /** The JVM links the lambdas of a class anew, which was woven or unwoven, and forgets none. */
  @Test
  void fewLambdasOfAnSdkAreMadeAnew() throws Exception {
    int cycles = 5;
    try (AwsServer server = new AwsServer()) {
      ChildJvm child =
          server
              .reach(ChildJvm.on(Jdk.running()))
              .library(new AwsSdk("2.57.8", "url-connection").library())
              .with("-Dapp.again=true")
              .start("SdkLoad", "5", "1");
      child.awaitLines("done 5 ", 1);
      long before = 0;
      try (Attached jvm = Attached.to(child)) {
        for (int i = 0; i <= cycles; i++) {
          jvm.install("summary=false,mode=audit");
          call(child, 2 * i + 2);
          jvm.ask("detach");
          call(child, 2 * i + 3);
          before = i == 0 ? Footprint.lambdas(child, "software.amazon.awssdk") : before;
        }
      }
      long made = Footprint.lambdas(child, "software.amazon.awssdk") - before;
      child.end();

      assertThat(made).isLessThanOrEqualTo(2L * cycles * 2);
    }
  }

  private static void call(ChildJvm child, int rounds) throws Exception {
    child.send("5");
    child.awaitLines("done 5 ", rounds);
  }

  private static void cycle(Attached jvm, String options, int i) throws Exception {
    String mode = MODES.get(i % MODES.size());
    String next = MODES.get((i + 1) % MODES.size());
    jvm.install(options + mode);
    assertThat(jvm.properties()).containsEntry("stockade.mode", mode);
    jvm.install(options + (i % 2 == 0 ? mode : next));
    JsonObject status = jvm.ask("status");
    assertThat(status.get("mode").getAsString()).isEqualTo(i % 2 == 0 ? mode : next);
    assertThat(status.get("errors").getAsInt()).describedAs("%s", status).isZero();
    JsonObject set = jvm.ask("set,mode=" + mode);
    assertThat(set.get("ok").getAsBoolean()).describedAs("%s", set).isTrue();
    JsonObject detach = jvm.ask("detach");
    assertThat(detach.get("ok").getAsBoolean()).describedAs("%s", detach).isTrue();
    assertThat(detach.getAsJsonArray("unwoven")).isNotEmpty();
    assertThat(detach.getAsJsonArray("stillWoven")).isEmpty();
    assertThat(jvm.properties()).doesNotContainKeys("stockade.version", "stockade.mode");
  }

  private static Footprint settled(ChildJvm child) throws Exception {
    Thread.sleep(MAX_REPLY_MILLIS);
    return Footprint.of(child);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void noHandshakeIsLostOrToldTwiceFromEngineToEngine(Jdk jdk) throws Exception {
    ChildJvm child = withKeys(ChildJvm.on(jdk)).agent(Launch.JAVAAGENT, "mode=audit,summary=false");
    child.start("HandshakeLoop", "4", "2");
    child.ready();
    try (Attached jvm = Attached.to(child)) {
      for (int i = 0; i < 30; i++) {
        String mode = MODES.get(i % MODES.size());
        if (i % 3 == 0) {
          jvm.ask("set,mode=" + mode);
        } else {
          jvm.install("journal=" + child.journal() + ",summary=false,mode=" + mode);
        }
        assertThat(jvm.properties()).containsEntry("stockade.mode", mode);
      }
    }
    Outcome outcome = child.end().assertHostLived();

    assertLoadWasServed(outcome);
    String[] said = outcome.out().get(1).split(" ", 0);
    long connections = Long.parseLong(said[1]);
    assertThat(outcome.records("dropped")).isEmpty();
    assertThat(handshakes(outcome)).isEqualTo(2 * connections);
  }

  private static long handshakes(Outcome outcome) {
    return outcome.records("tls.handshake").stream().mapToLong(Records::count).sum();
  }

  @Test
  void attachAndDetachInAnyOrderAfterAStartWithTheAgent() throws Exception {
    ChildJvm child =
        withKeys(ChildJvm.on(Jdk.running())).agent(Launch.JAVAAGENT, "mode=audit,summary=false");
    child.start("HandshakeLoop", "2", "5");
    child.ready();
    String options = "journal=" + child.journal() + ",summary=false,mode=";
    try (Attached jvm = Attached.to(child)) {
      jvm.install(options + "audit");
      assertThat(jvm.properties()).containsEntry("stockade.mode", "audit");
      jvm.install(options + "enforce");
      assertThat(jvm.properties()).containsEntry("stockade.mode", "enforce");
      detach(jvm);
      assertThat(jvm.ask("status").get("error").getAsString())
          .isEqualTo("Stockade is not active in this JVM");
      assertThat(jvm.ask("detach").get("ok").getAsBoolean()).isFalse();
      jvm.install(options + "canary");
      assertThat(jvm.ask("status").get("mode").getAsString()).isEqualTo("canary");
      jvm.install(options + "off");
      assertThat(jvm.properties()).doesNotContainKeys("stockade.version", "stockade.mode");
      jvm.install(options + "enforce");
      detach(jvm);
      detachIsForgotten(jvm);
    }
    Outcome outcome = child.end().assertHostLived();

    assertLoadWasServed(outcome);
    assertThat(handshakes(outcome)).isPositive();
  }

  private static void detach(Attached jvm) throws Exception {
    assertThat(jvm.ask("detach").getAsJsonArray("stillWoven")).isEmpty();
    assertThat(jvm.properties()).doesNotContainKeys("stockade.version", "stockade.mode");
  }

  private static void detachIsForgotten(Attached jvm) throws Exception {
    jvm.ask("status");
    Thread.sleep(MAX_REPLY_MILLIS);
    assertThat(jvm.properties()).isEmpty();
  }

  @Test
  void whatTheOperatorHadSetIsBackAfterTheLastEngine() throws Exception {
    ChildJvm child = loop(Jdk.running(), "-Dstockade.mode=enforce");
    try (Attached jvm = Attached.to(child)) {
      jvm.install("summary=false,mode=audit");
      jvm.install("summary=false,mode=canary");
      detach(jvm, "enforce");
      jvm.install("summary=false");
      assertThat(jvm.properties()).containsEntry("stockade.mode", "enforce");
      detach(jvm, "enforce");
    }
    child.end().assertHostLived();
    assertThat(Files.exists(child.journal())).isFalse();
  }

  private static void detach(Attached jvm, String mode) throws Exception {
    assertThat(jvm.ask("detach").getAsJsonArray("stillWoven")).isEmpty();
    assertThat(jvm.properties())
        .doesNotContainKey("stockade.version")
        .containsEntry("stockade.mode", mode);
  }

  @Test
  void anEngineStaysWhenItsSuccessorFailsHalfWay() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      Path broken = withoutVersion(Files.createTempDirectory("stockade-e2e"));
      ChildJvm child =
          ChildJvm.on(Jdk.running())
              .withLegacyAlgorithms()
              .agent(Launch.JAVAAGENT, "mode=enforce")
              .with("-Dapp.wait=true")
              .start("SocketClient", server.target());
      child.ready();
      try (Attached jvm = Attached.to(child)) {
        Map<String, String> before = jvm.properties();
        jvm.install(broken, "mode=audit");
        assertThat(jvm.properties()).isEqualTo(before).containsEntry("stockade.mode", "enforce");
        assertThat(jvm.ask("status").get("mode").getAsString()).isEqualTo("enforce");
      }
      child.go();
      Outcome outcome = child.outcome().assertHostLived();

      assertThat(outcome.lineFor(server.target())).contains("stockade: blocked TLS");
      assertThat(outcome.err()).anyMatch(line -> line.startsWith("stockade: the engine stays: "));
      assertThat(outcome.records("tls.blocked")).hasSize(1);
    }
  }

  /** A jar whose engine fails when it announces itself, the last thing that it does. */
  private static Path withoutVersion(Path folder) throws Exception {
    Path broken = Files.copy(ChildJvm.JAR, folder.resolve("broken.jar"));
    try (FileSystem jar = FileSystems.newFileSystem(broken)) {
      Files.delete(jar.getPath("core", "dev", "stockade", "base", "Version.classdata"));
    }
    return broken;
  }

  private static void assertLoadWasServed(Outcome outcome) {
    assertThat(outcome.out()).hasSize(2);
    assertThat(outcome.out().get(1)).matches("connections [1-9]\\d* failed 0");
    assertThat(outcome.err()).noneMatch(line -> line.contains("failed "));
  }

  private static ChildJvm loop(Jdk jdk, String... jvmOptions) throws Exception {
    ChildJvm child = withKeys(ChildJvm.on(jdk)).with(jvmOptions).start("HandshakeLoop", "3", "40");
    child.ready();
    return child;
  }

  private static ChildJvm withKeys(ChildJvm child) {
    return child.with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD);
  }
}
