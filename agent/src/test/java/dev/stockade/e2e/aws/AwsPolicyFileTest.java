package dev.stockade.e2e.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.http.ClientProgram;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages and exceptions for requests to AWS, by a policy file. */
class AwsPolicyFileTest {
  private static final String UNSIGNED = "POST https aws /refused-1 unsigned";
  private static final String CLEARTEXT = "GET http aws /refused-2";

  @TempDir Path folder;

  @Test
  void aRuleInAuditOnlyReports() throws Exception {
    Outcome outcome = run("mode: enforce\nrules: {aws.unsigned: {stage: audit}}\n");

    assertThat(outcome.lineFor(UNSIGNED)).contains(" ok 200 ");
    assertThat(outcome.lineFor(CLEARTEXT)).contains("stockade: blocked AWS request");
    assertThat(actions(outcome.records("aws.request"))).contains("would-block");
    assertThat(actions(outcome.records("aws.blocked"))).containsExactly("blocked");
  }

  @Test
  void anExceptionAllowsAndIsTold() throws Exception {
    Outcome outcome =
        run(
            """
            mode: enforce
            exceptions:
              - id: scanner
                match: {host: '*.amazonaws.com'}
                allow: {rules: [aws.unsigned]}
                owner: security
                reason: scans buckets
                expires: 2999-01-01
            """);

    assertThat(outcome.lineFor(UNSIGNED)).contains(" ok 200 ");
    assertThat(outcome.lineFor(CLEARTEXT)).contains("stockade: blocked AWS request");
    assertThat(outcome.records("aws.request"))
        .filteredOn(record -> record.has("exception"))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.get("verdict").getAsString()).isEqualTo("note");
              assertThat(record.get("reason").getAsString())
                  .endsWith("allowed by exception scanner until 2999-01-01");
            });
  }

  @Test
  void aRuleThatIsOffIsNotSeen() throws Exception {
    Outcome outcome = run("mode: enforce\nrules: {aws.unsigned: off, aws.cleartext: off}\n");

    assertThat(outcome.lineFor(UNSIGNED)).contains(" ok 200 ");
    assertThat(outcome.lineFor(CLEARTEXT)).contains(" ok 200 ");
    assertThat(actions(outcome.records("aws.request"))).containsOnly("allowed");
  }

  private static List<String> actions(List<JsonObject> records) {
    return records.stream().map(record -> record.get("action").getAsString()).toList();
  }

  private Outcome run(String policy) throws Exception {
    Path file = Files.writeString(folder.resolve("policy.yaml"), policy);
    try (WebServer server = new WebServer()) {
      ChildJvm child =
          ChildJvm.on(Jdk.running())
              .library(ClientProgram.APACHE4.library(ClientProgram.APACHE4.newest()))
              .agent(Launch.JAVAAGENT, "policy=" + file);
      return server
          .reach(child)
          .start(ClientProgram.APACHE4.program, "GET https aws /1", UNSIGNED, CLEARTEXT)
          .outcome()
          .assertHostLived();
    }
  }
}
