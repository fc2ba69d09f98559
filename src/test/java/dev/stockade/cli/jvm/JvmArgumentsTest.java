package dev.stockade.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stockade.cli.command.Seconds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

/** Words of command lines. */
class JvmArgumentsTest {
  @Test
  void theMainClassIsFoundBehindOptionsThatTakeAValue() {
    assertThat(mainOf("java", "-Xmx1g", "-cp", "a:b", "--add-opens", "a/b=ALL", "com.Main", "-x"))
        .isEqualTo("com.Main");
    assertThat(mainOf("java", "-Da=b", "-jar", "/opt/orders.jar", "x"))
        .isEqualTo("/opt/orders.jar");
    assertThat(mainOf("java", "@args")).isEmpty();
    assertThat(mainOf()).isEmpty();
  }

  private static String mainOf(String... words) {
    return new JvmArguments(List.of(words)).main();
  }

  @Test
  void agentsAreNamedWithoutTheirOptionsWhichMayHoldSecrets() {
    JvmArguments arguments =
        new JvmArguments(
            List.of("java", "-javaagent:/a.jar=key=secret", "-agentlib:jdwp=x", "-jar", "x.jar"));

    assertThat(arguments.with("-javaagent:/a.jar=key=secret -agentpath:/n.so").agents())
        .containsExactly("/a.jar", "jdwp", "/n.so");
  }

  @Test
  void theLastFlagWins() {
    JvmArguments arguments =
        new JvmArguments(List.of("java", "-XX:+DisableAttachMechanism", "Main"))
            .with("-XX:-DisableAttachMechanism");

    assertThat(arguments.flag("DisableAttachMechanism", false)).isFalse();
    assertThat(arguments.has("DisableAttachMechanism")).isTrue();
    assertThat(arguments.flag("EnableDynamicAgentLoading", true)).isTrue();
  }

  @Test
  void theProgramIsNamedWithoutItsArguments() {
    assertThat(MainName.of("/opt/orders.jar --password x", "")).isEqualTo("orders.jar");
    assertThat(MainName.of(null, "com.acme.Main")).isEqualTo("com.acme.Main");
    assertThat(MainName.of("", "")).isEqualTo("(unknown)");
    assertThat(MainName.of("a\u001b[31m", "")).isEqualTo("a?[31m");
  }

  @Test
  void timesAreWrittenAsPeopleDo() {
    Seconds seconds = new Seconds();

    assertThat(seconds.convert("90")).isEqualTo(90);
    assertThat(seconds.convert("60s")).isEqualTo(60);
    assertThat(seconds.convert("5m")).isEqualTo(300);
    assertThat(seconds.convert("24h")).isEqualTo(86_400);
    for (String wrong : List.of("", "0", "25h", "99999h", "1d", "-1", "s")) {
      assertThatThrownBy(() -> seconds.convert(wrong)).isInstanceOf(TypeConversionException.class);
    }
  }

  @Test
  void optionsThatCannotBePassedAreRefused() {
    Map<String, String> options = new HashMap<>();
    AgentArgument.addTo(options, "log=info");

    assertThat(AgentArgument.of("/s.jar", options)).isEqualTo("jar=/s.jar,log=info");
    assertThatThrownBy(() -> AgentArgument.addTo(options, "log"))
        .hasMessage("'log' is not name=value");
    assertThatThrownBy(() -> AgentArgument.addTo(options, "journal=/a,b"))
        .hasMessageContaining("comma");
    assertThatThrownBy(() -> AgentArgument.addTo(options, "command=detach"))
        .hasMessageContaining("not an option");
    options.put("service", "x".repeat(1100));
    assertThatThrownBy(() -> AgentArgument.of("/s.jar", options)).hasMessageContaining("too long");
  }
}
