package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Samples;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.weave.HookRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Of the responses that an HTTP client reads, those that AWS gave to a request without an SDK. */
@Timeout(60)
class PlainAnswersTest {
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261126/eu-west-1/s3/aws4_request,"
          + " SignedHeaders=host, Signature="
          + "ab12".repeat(16);
  private static final Map<String, String> REFUSAL =
      Map.of("status", "403", "x-amzn-RequestId", "ID1", "x-amzn-ErrorType", "AccessDenied:uri");

  @TempDir Path folder;
  private final Object connection = new Object();
  private Journal journal;
  private AwsEnforcement watch;
  private Client client;

  @Test
  void aResponseIsToldOnceAndOfItsConnectionAlone() throws Exception {
    send(AUTHORIZATION, null);
    client.answered(new Object(), REFUSAL);
    client.answered(connection, REFUSAL);
    client.answered(connection, REFUSAL);

    JsonObject aws = theAnswer().getAsJsonObject("aws");
    assertThat(aws.get("requestId").getAsString()).isEqualTo("ID1");
    assertThat(aws.get("errorCode").getAsString()).isEqualTo("AccessDenied");
  }

  @Test
  void aServiceThatSpokeTheQueryProtocolSaysItsCodeInAHeaderOfItsOwn() throws Exception {
    send(AUTHORIZATION, null);
    client.answered(
        connection,
        Map.of("status", "400", "x-amzn-query-error", "InvalidSignatureException;Sender"));

    JsonObject aws = theAnswer().getAsJsonObject("aws");
    assertThat(aws.get("errorCode").getAsString()).isEqualTo("InvalidSignatureException");
    assertThat(aws.get("answer").getAsString()).isEqualTo("refused-signature");
  }

  @Test
  void aCodeIsNeverMadeOfAStatus() throws Exception {
    send(AUTHORIZATION, null);
    client.answered(connection, Map.of("status", "403"));

    JsonObject answer = theAnswer();
    assertThat(answer.getAsJsonObject("aws").has("errorCode")).isFalse();
    assertThat(answer.getAsJsonObject("aws").get("answer").getAsString()).isEqualTo("refused");
    assertThat(answer.get("reason").getAsString()).contains("body");
  }

  @Test
  void informationalResponsesGoBeforeTheOne() throws Exception {
    send(AUTHORIZATION, null);
    client.answered(connection, Map.of("status", "100"));
    client.answered(connection, Map.of("status", "0"));
    client.answeredTo(AUTHORIZATION, Map.of("status", "101"));
    assertThat(journal.answersIfAny()).isNull();

    client.answered(connection, REFUSAL);
    assertThat(journal.answersIfAny().seen()).isEqualTo(1);
  }

  @Test
  void aClientMayShowTheRequestItself() throws Exception {
    send(AUTHORIZATION, null);
    client.answeredTo(null, REFUSAL);
    client.answeredTo("Bearer token", REFUSAL);
    client.answeredTo(AUTHORIZATION, REFUSAL);

    theAnswer();
  }

  @Test
  void whatHasAnSdkAboveOrNoSignatureIsLeftAlone() throws Exception {
    send(AUTHORIZATION, "1-2-3");
    client.answered(connection, REFUSAL);
    send("Bearer token", null);
    client.answered(connection, REFUSAL);

    assertThat(client.isAwaiting()).isFalse();
    assertThat(records()).isEmpty();
  }

  private void send(String authorization, String invocation) {
    if (watch == null) {
      open();
    }
    RequestHead head =
        watch
            .begin(Transport.TLS, "GET", "/key", null)
            .header("Host", "orders.s3.eu-west-1.amazonaws.com")
            .header("Authorization", authorization)
            .header("amz-sdk-invocation-id", invocation);
    assertThat(watch.judge("client", head, connection)).isNull();
  }

  private void open() {
    ActivePolicy activePolicy = new ActivePolicy("audit", "aws-outposts", 100, "orders", "i");
    journal = new Journal(new TestOwner(Samples.settings(folder.resolve("a.ndjson"))));
    watch = new Enforcement(activePolicy, journal, new HookRows(null), null).aws();
    client = new Client(watch);
  }

  private JsonObject theAnswer() throws Exception {
    List<JsonObject> records = records();
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  private List<JsonObject> records() throws Exception {
    journal.close();
    return Samples.read(folder.resolve("a.ndjson"), EventKind.AWS_ANSWER);
  }

  private static final class Client extends PlainAnswers {
    Client(AwsEnforcement watch) {
      super(watch);
    }

    boolean isAwaiting() {
      return areAwaited();
    }

    @Override
    public Object reached(int id, Object value, Object[] loads) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected int status(Object response) {
      return Integer.parseInt(header(response, "status"));
    }

    @Override
    protected String header(Object response, String name) {
      return (String) ((Map<?, ?>) response).get(name);
    }
  }
}
