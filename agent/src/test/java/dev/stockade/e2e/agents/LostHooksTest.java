package dev.stockade.e2e.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.apps.Rebuilder;
import dev.stockade.e2e.kit.AgentJar;
import dev.stockade.e2e.kit.Attached;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What another agent, or other code, does to the hooks of a running JVM. */
@Tag("matrix")
class LostHooksTest {
  private static final String WOVEN = "java.security.Security";

  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aClassThatLostItsHooksIsTold(Jdk jdk) throws Exception {
    ChildJvm child = waiting(jdk, "mode=enforce");

    // The hook is gone: that the list was weakened goes unseen, which is what has to be told.
    assertThat(told(after(child, rebuilder(), "retransform " + WOVEN)))
        .containsExactlyInAnyOrder(
            "note tamper.default-context",
            "warn tamper.hook the hooks are gone from java.security.Security: other code, such as"
                + " another agent's, took the place of the woven class");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retransform", "once"})
  void ofWhomeverStaysOrGoesAgain(String way) throws Exception {
    ChildJvm child = waiting(Jdk.running(), "");

    assertThat(told(after(child, rebuilder(), way + " javax.net.ssl.SSLContext")))
        .hasSize(3)
        .anyMatch(line -> line.contains("gone from javax.net.ssl.SSLContext:"))
        .contains("warn tamper.security-property");
  }

  @Test
  void aRedefinedClassIsWovenAgainAndNothingIsTold() throws Exception {
    ChildJvm child = waiting(Jdk.running(), "");

    assertThat(told(after(child, rebuilder(), "redefine " + WOVEN)))
        .containsExactlyInAnyOrder("note tamper.default-context", "warn tamper.security-property");
  }

  @Test
  void anAgentThatLeavesTheHooksInIsNoFinding() throws Exception {
    Path byteBuddy =
        Path.of(AgentBuilder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path agent =
        AgentJar.of(folder.resolve("n.jar"), byteBuddy, OtherAgent.class, OtherAgent.Seen.class);
    ChildJvm child = waiting(Jdk.running(), "");
    Outcome outcome = after(child, agent, "");

    assertThat(outcome.err()).contains("other saw setProperty");
    assertThat(told(outcome))
        .containsExactlyInAnyOrder("note tamper.default-context", "warn tamper.security-property");
  }

  @Test
  void theGateThatOtherCodeEmptiedIsTold() throws Exception {
    Outcome outcome =
        ChildJvm.on(Jdk.running())
            .agent(Launch.JAVAAGENT, "")
            .start("DefaultsChanger", "context", "gate", "weaken")
            .outcome()
            .assertHostLivedWithoutItsHooks();

    assertThat(told(outcome))
        .containsExactlyInAnyOrder(
            "note tamper.default-context",
            "warn tamper.hook other code took the gate of the hooks: none of them is answered");
  }

  private static ChildJvm waiting(Jdk jdk, String options) throws Exception {
    ChildJvm child =
        ChildJvm.on(jdk)
            .agent(Launch.JAVAAGENT, options)
            .start("DefaultsChanger", "context", "wait", "weaken");
    child.ready();
    return child;
  }

  private static Outcome after(ChildJvm child, Path agent, String argument) throws Exception {
    try (Attached attached = Attached.to(child)) {
      attached.load(agent, argument);
    }
    child.go();
    return child.outcome().assertHostLivedWithoutItsHooks();
  }

  private Path rebuilder() throws Exception {
    return AgentJar.of(folder.resolve("rebuilder.jar"), null, Rebuilder.class);
  }

  private static List<String> told(Outcome outcome) {
    return outcome.records("tamper").stream().map(LostHooksTest::line).toList();
  }

  /** With the reason where it is about hooks. */
  private static String line(JsonObject record) {
    String rule = record.getAsJsonArray("rules").get(0).getAsString();
    String reason = rule.equals("tamper.hook") ? " " + record.get("reason").getAsString() : "";
    return record.get("verdict").getAsString() + " " + rule + reason;
  }

  /** An agent on Byte Buddy, with advice in a method that is woven. */
  public static final class OtherAgent {
    private OtherAgent() {}

    public static void agentmain(String arguments, Instrumentation instrumentation) {
      new AgentBuilder.Default()
          .disableClassFormatChanges()
          .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
          .ignore(ElementMatchers.none())
          .type(ElementMatchers.is(Security.class))
          .transform(
              (builder, type, loader, module, domain) ->
                  builder.visit(Advice.to(Seen.class).on(ElementMatchers.named("setProperty"))))
          .installOn(instrumentation);
    }

    /** Copied into a class of the JDK. */
    static final class Seen {
      private Seen() {}

      @Advice.OnMethodEnter
      static void enter(@Advice.Origin("#m") String method) {
        System.err.println("other saw " + method);
      }
    }
  }
}
