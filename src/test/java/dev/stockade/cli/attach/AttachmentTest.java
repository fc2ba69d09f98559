package dev.stockade.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stockade.cli.jvm.FakeJvm;
import dev.stockade.cli.jvm.Running;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What an attach is going to do, and how it is told. */
class AttachmentTest {
  private static final Map<String, String> NONE = Map.of();

  @Test
  void whatRunsAlreadyIsNotAttachedAgain() {
    Running audit = running("0.1.0", "audit", Map.of("mode", "attach"), NONE);

    assertThat(attachment(Map.of(), audit, null).isDone()).isTrue();
    assertThat(attachment(Map.of("mode", "audit"), audit, null).isDone()).isTrue();
    assertThat(attachment(Map.of("mode", "enforce"), audit, null).isDone()).isFalse();
    assertThat(attachment(Map.of("log", "info"), audit, null).isDone()).isFalse();
    Running older = running("0.0.9", "audit", Map.of("mode", "attach"), NONE);
    assertThat(attachment(Map.of(), older, null).isDone()).isFalse();
  }

  @Test
  void theModeThatResultsIsTold() {
    Running attached = running("0.1.0", "audit", Map.of("mode", "attach"), NONE);
    Running started = running("0.1.0", "audit", Map.of("mode", "environment"), NONE);
    Running set = running("0.1.0", "audit", Map.of(), Map.of("mode", "audit"));
    Map<String, String> policy = Map.of("policy", "/p.yaml");

    assertThat(attachment(policy, attached, "enforce").sentence())
        .endsWith("audit becomes enforce (the policy file says so)");
    assertThat(attachment(policy, attached, null).sentence()).endsWith("audit stays");
    assertThat(attachment(policy, started, "enforce").sentence())
        .endsWith("audit stays (the environment says so, which is stronger than the policy file)");
    assertThat(attachment(policy, set, "enforce").sentence()).endsWith("audit stays (it was set)");
    assertThat(attachment(Map.of("mode", "canary"), set, "enforce").sentence())
        .endsWith("audit becomes canary");
    assertThat(attachment(policy, nobody(), "enforce").sentence())
        .endsWith("in enforce (the policy file says so)");
    assertThat(attachment(NONE, nobody(), null).sentence()).endsWith("in audit");
  }

  @Test
  void everyChangeAndAllThatGoesOnIsListed() {
    Running running =
        running(
            "0.1.0",
            "enforce",
            Map.of("policy", "agent argument", "mode", "agent argument"),
            Map.of("rule.tls.dh-size", "audit"));

    assertThat(attachment(Map.of("log", "info", "journal", "/j"), running, null).details())
        .contains("  log: warn -> info", "  journal: none -> /j")
        .anyMatch(
            line ->
                line.startsWith("  goes on: ")
                    && line.contains("policy /p")
                    && line.contains("rule.tls.dh-size audit (set)")
                    && line.contains("counts"));
  }

  @Test
  void aResetNamesOnlyWhatIsLost() {
    Running running =
        new Running(
            "0.1.0",
            "audit",
            Map.of(
                "countedSince",
                "2026-01-01T00:00:00Z",
                "options",
                Map.of("mode", "audit", "profile", "aws-outposts", "service", "orders")));
    AttachWords reset = CommandLine.populateCommand(new AttachWords(), "--reset");
    ModeToBe audit = ModeToBe.first("audit", null);

    assertThat(new AttachPlan(NONE, running, reset, audit, NONE).changes())
        .containsExactly(
            "service: orders -> none",
            "what was counted, and what the canary took back: begins anew");
  }

  @Test
  void anEngineThatCannotHandOverIsLearnedFromItsStatusAndTheStartLine() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("profile", "aws-outposts");
    status.put("service", "orders");
    status.put("policy", Map.of("file", "/p.yaml"));
    status.put("journal", Map.of("target", "/j.ndjson"));
    Running old = new Running("0.1.0", "enforce", status);
    Map<String, String> startLine = Map.of("journal", "/j.ndjson", "kill-file", "/k");

    AttachPlan plan = plan(Map.of("log", "info"), old, "enforce", startLine);
    assertThat(plan.words())
        .containsEntry("attach.kept.policy", "/p.yaml")
        .containsEntry("attach.kept.journal", "/j.ndjson")
        .containsEntry("attach.kept.kill-file", "/k")
        .containsEntry("attach.kept.mode", "enforce");
    assertThat(plan.unknown()).contains("jmx", "what was set", "counts").doesNotContain("log");
    assertThat(plan(NONE, old, null, Map.of("journal", "/other", "kill-file", "/k")).words())
        .doesNotContainKey("attach.kept.kill-file");
  }

  @Test
  void anOlderJarNeedsAWord() {
    Running newer = running("0.2.0", "audit", NONE, NONE);

    assertThatThrownBy(() -> attachment(NONE, newer, null).checkVersion(false))
        .hasMessageContaining("0.2.0 runs, and this jar is the older 0.1.0");
    attachment(NONE, newer, null).checkVersion(true);
  }

  @Test
  void anAgentThatDoesNotComeUpIsAFailure() {
    assertThatThrownBy(() -> attachment(NONE, nobody(), null).run(Map.of()))
        .hasMessage("JVM 4711 took the agent but Stockade is not active: its stderr says why");
  }

  @Test
  void theEnginesOwnSentenceIsPassedOn() {
    FakeJvm jvm =
        new FakeJvm()
            .agent(
                (target, arguments) ->
                    target.properties.put(
                        "stockade.reply",
                        arguments.get("attach.id")
                            + " {\"ok\":false,\"error\":\"it is a folder\"}"));
    Attachment attachment =
        new Attachment(jvm, "/s.jar", "0.1.0", nobody(), plan(NONE, nobody(), null, NONE));

    assertThatThrownBy(() -> attachment.run(NONE)).hasMessage("JVM 4711: it is a folder");
  }

  @Test
  void anEngineThatStaysOutSaysWhy() {
    FakeJvm jvm =
        new FakeJvm()
            .agent(
                (target, arguments) ->
                    target.properties.put(
                        "stockade.reply",
                        arguments.get("attach.id")
                            + " {\"ok\":true,\"inactive\":\"the kill switch is on\"}"));
    Attachment attachment =
        new Attachment(jvm, "/s.jar", "0.1.0", nobody(), plan(NONE, nobody(), null, NONE));

    assertThatThrownBy(() -> attachment.run(NONE))
        .hasMessage("JVM 4711: Stockade is not active there: the kill switch is on");
    assertThatThrownBy(() -> attachment.checkKillSwitch("the kill switch is on"))
        .hasMessage("JVM 4711: the kill switch is on; nothing was attached");
    attachment.checkKillSwitch(null);
  }

  private static Attachment attachment(Map<String, String> wanted, Running running, String file) {
    return new Attachment(
        new FakeJvm(), "/s.jar", "0.1.0", running, plan(wanted, running, file, NONE));
  }

  private static AttachPlan plan(
      Map<String, String> wanted, Running running, String file, Map<String, String> startLine) {
    return new AttachPlan(
        wanted, running, new AttachWords(), ModeToBe.of(wanted, running, null, file), startLine);
  }

  private static Running nobody() {
    return new Running(null, null, Map.of());
  }

  private static Running running(
      String version, String mode, Map<String, String> sources, Map<String, String> overrides) {
    Map<String, String> given = new LinkedHashMap<>();
    sources.keySet().forEach(name -> given.put(name, name.equals("mode") ? mode : "/p"));
    return new Running(
        version,
        mode,
        Map.of(
            "countedSince",
            "2026-01-01T00:00:00Z",
            "given",
            given,
            "options",
            given,
            "sources",
            sources,
            "overrides",
            overrides));
  }
}
