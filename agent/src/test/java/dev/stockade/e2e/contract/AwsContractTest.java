package dev.stockade.e2e.contract;

import dev.stockade.e2e.aws.AwsSdk;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records of requests to AWS, and what a program sees of a refused one, with an SDK. */
class AwsContractTest {
  private static final Pattern OURS =
      Pattern.compile("[\\w.]+Exception: (\\([a-z_]+\\) )?stockade: .*? explain [a-z.-]+");

  private static Outcome outcome;

  @BeforeAll
  static void call() throws Exception {
    try (AwsServer server = new AwsServer()) {
      ChildJvm child =
          server
              .reach(ChildJvm.on(Jdk.running()))
              .agent(
                  Launch.JAVAAGENT,
                  "mode=enforce,journal.chain=true,service=orders,instance=one,summary=false");
      outcome =
          new AwsSdk("2.57.8", "url-connection")
              .start(
                  child,
                  List.of(
                      "s3-get",
                      "s3-get",
                      "s3-head@static",
                      "dynamodb-put@unsigned",
                      "s3-get@unsigned",
                      "s3-put@path",
                      "s3-get@clear"))
              .outcome()
              .assertHostLived();
    }
  }

  @Test
  void theRecordsOfRequests() throws Exception {
    Golden.assertSame(
        "records-aws.ndjson",
        RunningJvmContractTest.records(
            outcome.records().stream()
                .filter(record -> !record.get("kind").getAsString().startsWith("tls.")),
            text -> text));
  }

  @Test
  void theSentencesThatAProgramSeesOfRequests() throws Exception {
    Golden.assertSame(
        "sentences-aws.txt",
        RunningJvmContractTest.sentences(
            outcome.out().stream()
                .flatMap(line -> OURS.matcher(line).results().map(MatchResult::group))));
  }
}
