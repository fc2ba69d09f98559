package dev.stockade.e2e.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Records;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A verdict of ours that AWS contradicts: it is reported, and not enforced. */
@Tag("matrix")
class AwsContradictionsTest {
  private static final AwsSdk NEWEST = new AwsSdk("2.57.8", "url-connection");

  /** A server that takes everything: who calls it wrong is wrong, and must not block. */
  @Test
  void aVerdictThatAwsContradictsIsNotEnforced() throws Exception {
    try (AwsServer server = new AwsServer()) {
      ChildJvm child =
          NEWEST.start(
              server.reach(ChildJvm.on(Jdk.running())).agent(Launch.JAVAAGENT, "mode=audit"),
              List.of(
                  "s3-put",
                  "s3-put@path",
                  "s3-get@signature",
                  "wait",
                  "s3-get@query",
                  "dynamodb-put@unsigned"));
      child.awaitLine("s3-get@signature ");
      String pid = String.valueOf(child.pid());
      assertThat(Cli.run("set", pid, "mode=enforce").exitCode()).isZero();
      JsonObject status =
          JsonParser.parseString(String.join("", Cli.run("status", pid, "-o", "json").out()))
              .getAsJsonObject();
      String text = String.join("\n", Cli.run("status", pid).out());
      child.go();
      Outcome outcome = child.outcome().assertHostLived();

      assertThat(status.toString()).contains("aws.signature.mismatch s3");
      assertThat(text).contains("answered 3", "seen 3", "disagreed 2", "WRONG");
      assertThat(outcome.lineFor("s3-get@query")).isEqualTo("s3-get@query ok");
      assertThat(outcome.lineFor("dynamodb-put@unsigned")).contains("blocked AWS request");
      assertThat(outcome.records("aws.answer"))
          .describedAs("%s", outcome)
          .isNotEmpty()
          .allMatch(record -> Records.text(record, "verdict").equals("warn"));
      assertThat(outcome.records("aws.unseen")).isEmpty();
      assertThat(outcome.err()).filteredOn(line -> line.contains("AWS s3 answered")).hasSize(1);
    }
  }

  /** What the share that is left out of the enforcement found holds for the other, too. */
  @Test
  void norIsItInACanary() throws Exception {
    try (AwsServer server = new AwsServer()) {
      ChildJvm child =
          NEWEST.start(
              server
                  .reach(ChildJvm.on(Jdk.running()))
                  .agent(Launch.JAVAAGENT, "mode=canary,canary.percent=0"),
              List.of(
                  "s3-put@path", "wait", "s3-get@query", "dynamodb-put@path", "s3-get@unsigned"));
      child.awaitLine("s3-put@path ");
      String pid = String.valueOf(child.pid());
      assertThat(Cli.run("set", pid, "canary.percent=100").exitCode()).isZero();
      child.go();
      Outcome outcome = child.outcome().assertHostLived();

      assertThat(outcome.lineFor("s3-put@path")).isEqualTo("s3-put@path ok");
      assertThat(outcome.lineFor("s3-get@query")).isEqualTo("s3-get@query ok");
      assertThat(outcome.lineFor("dynamodb-put@path")).contains("blocked AWS request");
      assertThat(outcome.records("aws.answer"))
          .describedAs("%s", outcome)
          .isNotEmpty()
          .allMatch(record -> Records.text(record, "verdict").equals("warn"));
    }
  }
}
