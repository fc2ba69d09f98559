package dev.stockade.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Outcome;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code java -jar stockade.jar …}. */
@Tag("matrix")
class CommandsTest {
  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void selfTestSeesAndRefusesOnThisJdk(Jdk jdk) throws Exception {
    Outcome outcome = run(jdk, "self-test");

    assertThat(outcome.exitCode()).describedAs("%s", outcome).isZero();
    assertThat(outcome.out()).filteredOn(line -> line.startsWith("ok ")).hasSize(8);
    assertThat(outcome.out()).last().isEqualTo("all is well");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void versionIsOneLine(Jdk jdk) throws Exception {
    Outcome outcome = run(jdk, "version");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).singleElement().asString().matches("stockade \\d+\\.\\d+\\.\\d+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tls.min-version", "tls.forward-secrecy", "tls.cipher-strength", "tls.dh-size"})
  void explainTellsOfEachRuleThatASentenceNames(String rule) throws Exception {
    Outcome outcome = run(Jdk.running(), "explain", rule);

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).first().isEqualTo(rule);
    assertThat(outcome.out()).hasSizeGreaterThan(5);
  }

  @Test
  void endpointTellsWhatAHostNameSays() throws Exception {
    Outcome outcome = run(Jdk.running(), "endpoint", "email.us-gov-west-1.amazonaws.com");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .containsExactly(
            "email.us-gov-west-1.amazonaws.com\taws-us-gov\tus-gov-west-1\temail\tses");
  }

  @Test
  void whatIsUnknownIsRefusedWithWhatIsKnown() throws Exception {
    Outcome command = run(Jdk.running(), "frobnicate");
    assertThat(command.exitCode()).isEqualTo(2);
    assertThat(command.err()).anyMatch(line -> line.contains("self-test"));

    Outcome rule = run(Jdk.running(), "explain", "tls.nothing");
    assertThat(rule.exitCode()).isEqualTo(2);
    assertThat(rule.err()).anyMatch(line -> line.contains("tls.min-version"));
  }

  private static Outcome run(Jdk jdk, String... arguments) throws Exception {
    // A JDK that .ci/jdks unpacked cannot use the JDK's own spawn helper.
    return ChildJvm.on(jdk)
        .with("-Djdk.lang.Process.launchMechanism=VFORK")
        .launch(List.of("-jar", ChildJvm.JAR.toString()), arguments)
        .outcome();
  }
}
