package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Waiting.saying;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.Attached;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What weakens the protection of a running JVM is a record that names the culprit. */
@Tag("matrix")
class TamperingTest {
  private static final String[] ALL = {
    "weaken", "first", "context", "verifier", "factory", "strengthen", "other", "last"
  };

  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void eachChangeOfTheDefaultsIsToldAndTakesPlace(Jdk jdk) throws Exception {
    Outcome outcome =
        ChildJvm.on(jdk)
            .agent(Launch.JAVAAGENT, "mode=enforce")
            .start("DefaultsChanger", ALL)
            .outcome()
            .assertHostLived();

    assertThat(outcome.out()).hasSize(ALL.length).contains("first done Own", "factory done Own");
    assertTold(outcome);
    assertThat(outcome.err())
        .anyMatch(line -> line.contains("no longer has RC4 (rule tamper.security-property)"));
  }

  @Test
  void alsoInAJvmThatHadItsClassesLoadedBefore() throws Exception {
    String[] arguments = new String[ALL.length + 2];
    arguments[0] = "strengthen";
    arguments[1] = "wait";
    System.arraycopy(ALL, 0, arguments, 2, ALL.length);

    assertTold(
        ChildJvm.on(Jdk.running())
            .agent(Launch.DYNAMIC, "")
            .start("DefaultsChanger", arguments)
            .outcome()
            .assertHostLived());
  }

  @Test
  void aRuleThatIsOffTellsNothing() throws Exception {
    Path policy = folder.resolve("policy.yaml");
    Files.writeString(policy, "rules: {tamper.hostname-verifier: off}\n");

    Outcome outcome =
        ChildJvm.on(Jdk.running())
            .agent(Launch.JAVAAGENT, "policy=" + policy)
            .start("DefaultsChanger", "verifier", "context")
            .outcome()
            .assertHostLived();

    assertThat(rules(outcome)).containsExactly("tamper.default-context");
  }

  @Test
  void whoLowersTheModeOrDetachesIsNamed() throws Exception {
    ChildJvm child = waiting("mode=enforce");
    try (Attached attached = Attached.to(child)) {
      attached.ask("set,mode=audit");
      attached.ask("set,mode=enforce");
      assertThat(attached.ask("status").getAsJsonObject("counts").get("tamper").getAsInt())
          .isPositive();
      attached.ask("detach");
    }
    child.go();
    Outcome outcome = child.outcome().assertHostLived();

    assertThat(outcome.records("tamper"))
        .extracting(TamperingTest::verdictAndReason)
        .containsExactly(
            "note mode set by command line: mode enforce -> audit (protects less)",
            "note mode set by command line: mode audit -> enforce",
            "note detached by the command line");
    assertThat(rules(outcome)).containsOnly("tamper.mode");
  }

  @Test
  void anEditOfThePolicyFileIsAChangeAndWhatNoEditDoesIsTold() throws Exception {
    Path policy = folder.resolve("policy.yaml");
    Files.writeString(policy, "mode: enforce\n");
    ChildJvm child = waiting("policy=" + policy);
    Waiting.forRecord(child.journal(), 20_000, saying("policy.change", "policy loaded"));
    Files.writeString(policy, "mode: audit # weaker\n");
    Waiting.forRecord(
        child.journal(), 20_000, saying("policy.change", "changed (protects less): mode: enforce"));
    Files.setPosixFilePermissions(policy, PosixFilePermissions.fromString("rw-rw-rw-"));
    Waiting.forRecord(child.journal(), 20_000, saying("tamper", "may now be written by others"));
    Files.delete(policy);
    Waiting.forRecord(child.journal(), 20_000, saying("tamper", policy + " vanished"));
    child.go();

    Outcome outcome = child.outcome().assertHostLived();
    assertThat(rules(outcome)).containsExactly("tamper.policy-file", "tamper.policy-file");
    assertThat(outcome.records("tamper"))
        .allMatch(record -> record.get("verdict").getAsString().equals("warn"));
  }

  @Test
  void anotherJarIsTold() throws Exception {
    Path jar = folder.resolve("stockade.jar");
    Files.copy(ChildJvm.JAR, jar);
    ChildJvm child =
        ChildJvm.on(Jdk.running())
            .jar(jar.toString())
            .agent(Launch.JAVAAGENT, "")
            .start("DefaultsChanger", "context", "wait");
    child.ready();
    Waiting.forRecord(child.journal(), 20_000, saying("tamper", "default SSLContext"));
    Path other = Files.write(folder.resolve("other"), new byte[100]);
    Files.move(other, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    child.go();

    Outcome outcome = child.outcome().assertHostLived();
    assertThat(rules(outcome)).containsExactly("tamper.default-context", "tamper.jar");
    assertThat(outcome.records("tamper").get(1).get("reason").getAsString())
        .contains("stockade.jar changed on disk");
  }

  private static void assertTold(Outcome outcome) {
    assertThat(rules(outcome))
        .containsExactly(
            "tamper.security-property",
            "tamper.provider",
            "tamper.default-context",
            "tamper.hostname-verifier",
            "tamper.socket-factory");
    for (JsonObject record : outcome.records("tamper")) {
      assertThat(record.getAsJsonObject("code").get("class").getAsString())
          .isEqualTo("dev.stockade.apps.DefaultsChanger");
      assertThat(record.has("action")).isFalse();
    }
  }

  private static ChildJvm waiting(String options) throws Exception {
    ChildJvm child =
        ChildJvm.on(Jdk.running())
            .agent(Launch.JAVAAGENT, options)
            .start("DefaultsChanger", "wait");
    child.ready();
    return child;
  }

  private static List<String> rules(Outcome outcome) {
    return outcome.records("tamper").stream()
        .map(record -> record.getAsJsonArray("rules").get(0).getAsString())
        .toList();
  }

  private static String verdictAndReason(JsonObject record) {
    return record.get("verdict").getAsString() + " " + record.get("reason").getAsString();
  }
}
