package dev.stockade.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stockade.cli.attach.Detachment;
import dev.stockade.cli.attach.LiveFindingsReader;
import dev.stockade.cli.command.CommandFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the command line and the engine say to each other. */
class RunningEngineTest {
  @Test
  void aCommandIsToldWithItsDetailsAndTheAnswerIsRead() {
    FakeJvm jvm = FakeJvm.active("0.1.0", "audit").replies("{\"ok\":true,\"changed\":[]}");

    Map<String, Object> answer =
        new RunningEngine(jvm, "/opt/s.jar").ask("set", Map.of("mode", "canary"));

    assertThat(answer).containsEntry("changed", List.of());
    assertThat(jvm.loaded)
        .containsEntry("jar", "/opt/s.jar")
        .containsEntry("command", "set")
        .containsEntry("mode", "canary");
  }

  @Test
  void aRefusalIsTheEnginesSentence() {
    FakeJvm jvm =
        FakeJvm.active("0.1.0", "audit").replies("{\"ok\":false,\"error\":\"no rule named x\"}");

    assertThatThrownBy(() -> new RunningEngine(jvm, "/s.jar").ask("set"))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("JVM 4711: no rule named x");
  }

  @Test
  void theAnswerToAnotherQuestionIsNotTaken() {
    FakeJvm jvm = FakeJvm.active("0.0.9", "audit");
    jvm.properties.put("stockade.reply", "0123 {\"ok\":true}");

    assertThatThrownBy(() -> new RunningEngine(jvm, "/s.jar").ask("status"))
        .hasMessageContaining("did not answer");
  }

  /** An older engine writes to the system properties alone. */
  @Test
  void theAnswerOfAnEngineThatIsGoneHidesNoOther() {
    FakeJvm jvm = FakeJvm.active("0.0.9", "audit").replies("{\"ok\":true,\"mode\":\"audit\"}");
    jvm.agentProperties.put("stockade.reply", "0123 {\"ok\":true,\"unwoven\":[]}");

    assertThat(new RunningEngine(jvm, "/s.jar").ask("status")).containsEntry("mode", "audit");
  }

  @Test
  void detachingIsProvedByWhatTheJvmSaysAfterwards() {
    FakeJvm gone =
        FakeJvm.active("0.1.0", "audit")
            .agent(
                (jvm, arguments) -> {
                  jvm.properties.clear();
                  jvm.properties.put(
                      "stockade.reply",
                      arguments.get("id")
                          + " {\"ok\":true,\"unwoven\":[\"a.B\",\"a.C\"],\"stillWoven\":[]}");
                });
    assertThat(detach(gone)).contains("2 classes have their original code again");

    FakeJvm woven =
        FakeJvm.active("0.1.0", "audit")
            .replies("{\"ok\":true,\"unwoven\":[],\"stillWoven\":[\"a.B\"]}");
    assertThatThrownBy(() -> detach(woven)).hasMessageEndingWith("which do nothing: a.B");

    FakeJvm stays =
        FakeJvm.active("0.1.0", "audit").replies("{\"ok\":true,\"unwoven\":[],\"stillWoven\":[]}");
    assertThatThrownBy(() -> detach(stays)).hasMessageContaining("still says that Stockade 0.1.0");

    FakeJvm silent = FakeJvm.active("0.1.0", "audit").replies("{\"ok\":true}");
    assertThatThrownBy(() -> detach(silent)).hasMessageContaining("does not say which classes");
  }

  private static String detach(FakeJvm jvm) {
    return new Detachment(jvm, new RunningEngine(jvm, "/s.jar")).run();
  }

  @Test
  void findingsAreShownOnceInOrderWithWhatWasMissed() throws InterruptedException {
    FakeJvm jvm = FakeJvm.active("0.1.0", "audit").replies("{\"ok\":true}");
    // The first is taken with the answer to the command.
    jvm.live.addAll(List.of("", "1\tone\n2\ttwo", "2\ttwo\n3\tthree", "7\tseven", "", "", ""));
    List<String> lines = new ArrayList<>();

    new LiveFindingsReader(jvm, new RunningEngine(jvm, "/s.jar")).run(3, lines::add);

    assertThat(jvm.loaded).containsEntry("seconds", "3");
    assertThat(lines).containsExactly("one", "two", "three", "… 3 more", "seven");
  }

  @Test
  void anOptionThatIsGivenTwiceIsRefused() {
    Map<String, String> options = new LinkedHashMap<>(Map.of("mode", "audit"));

    assertThatThrownBy(() -> AgentArgument.addTo(options, "mode=enforce"))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("'mode' is given twice: leave one out");
  }
}
