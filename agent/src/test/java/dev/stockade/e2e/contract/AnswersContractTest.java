package dev.stockade.e2e.contract;

import dev.stockade.e2e.aws.AwsSdk;
import dev.stockade.e2e.kit.AwsAnswer;
import dev.stockade.e2e.kit.AwsRequest;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Records of what AWS answered, and of a client that nobody watches. */
class AnswersContractTest {
  private static final String OPTIONS =
      "mode=audit,aws.request-ids=true,service=orders,instance=one,summary=false";

  @Test
  void theRecordsOfAnswers() throws Exception {
    try (AwsServer server = new AwsServer(AnswersContractTest::answer)) {
      Outcome watched =
          calls(
              server,
              "url-connection",
              "s3-put",
              "s3-get@wrong-secret",
              "s3-head",
              "s3-put@path",
              "sts-identity");
      Outcome unwatched = calls(server, "own", "dynamodb-put", "dynamodb-get");

      Golden.assertSame(
          "records-answers.ndjson",
          RunningJvmContractTest.records(
              Stream.concat(
                  watched.records("aws.answer").stream(), unwatched.records("aws.unseen").stream()),
              text -> text));
    }
  }

  private static Outcome calls(AwsServer server, String transport, String... calls)
      throws Exception {
    ChildJvm child = server.reach(ChildJvm.on(Jdk.running())).agent(Launch.JAVAAGENT, OPTIONS);
    return new AwsSdk("2.57.8", transport).start(child, List.of(calls)).outcome().assertHostLived();
  }

  private static AwsAnswer answer(AwsRequest request) {
    AwsAnswer answer =
        switch (request.method()) {
          case "GET" -> AwsAnswer.refusing(request, 403, "SignatureDoesNotMatch");
          case "HEAD" -> AwsAnswer.refusing(request, 403, "");
          default ->
              request.hostName().startsWith("sts.")
                  ? AwsAnswer.refusing(request, 403, "ExpiredToken")
                  : AwsAnswer.to(request);
        };
    return answer.with("x-amz-request-id", "ID").with("x-amz-id-2", "E/ID=");
  }
}
