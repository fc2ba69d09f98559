package dev.stockade.engine.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.file.PolicyFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What an engine is given that takes over from another. */
class InheritedOptionsTest {
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void onlyWhatTheArgumentNamesIsAnother() {
    environment.put("STOCKADE_KILL_FILE", "/etc/off");
    Options first = first("policy=/p.yaml,journal=/j,service=orders");

    Options next = next("log=info", first, "audit");

    assertThat(next.given())
        .containsEntry("policy", "/p.yaml")
        .containsEntry("journal", "/j")
        .containsEntry("service", "orders")
        .containsEntry("kill-file", "/etc/off")
        .containsEntry("log", "info");
    assertThat(next.sources()).containsEntry("kill-file", "environment");
    assertThat(next.complaints()).isEmpty();
  }

  @Test
  void aPolicyFileThatIsNamedSaysTheModeUnlessWhoStartedTheProgramDid() {
    Options attached = first("mode=audit");
    attached.cameByAttach();
    assertThat(mode(next("policy=/p.yaml", attached, "audit"), "mode: enforce"))
        .isEqualTo("enforce");
    assertThat(mode(next("policy=/p.yaml", attached, "audit"), "profile: aws-outposts"))
        .isEqualTo("audit");

    environment.put("STOCKADE_MODE", "audit");
    assertThat(mode(next("policy=/p.yaml", first(null), "audit"), "mode: enforce"))
        .isEqualTo("audit");
    assertThat(mode(next("policy=/p.yaml,mode=canary", first(null), "audit"), "mode: enforce"))
        .isEqualTo("canary");
  }

  @Test
  void theFileSaysItAlsoInTheOneAfterThat() {
    Options attached = first("mode=audit");
    attached.cameByAttach();
    Options second = next("policy=/p.yaml", attached, "audit");

    assertThat(mode(next("log=info", second, "enforce"), "mode: enforce")).isEqualTo("enforce");
    assertThat(mode(next("log=info", second, "audit"), "profile: pq-ready")).isEqualTo("audit");
  }

  @Test
  void whatThisVersionDoesNotKnowIsPassedOver() {
    Options next =
        Options.inherit(
            null, Map.of("new-option", "x", "log", "loud", "jmx", "true"), Map.of(), "audit");

    assertThat(next.given()).containsOnlyKeys("jmx");
    assertThat(next.complaints()).isEmpty();
  }

  private Options first(String argument) {
    return Options.read(argument, new Properties(), environment);
  }

  private static Options next(String argument, Options before, String mode) {
    return Options.inherit(argument, before.given(), before.sources(), mode);
  }

  private static String mode(Options options, String file) {
    return options
        .with(PolicyFile.parse("/p.yaml", (file + "\n").getBytes(UTF_8), 0), "/p.yaml")
        .get(Option.MODE);
  }
}
