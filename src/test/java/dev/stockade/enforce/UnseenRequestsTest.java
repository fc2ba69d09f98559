package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Samples;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.weave.HookRows;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An HTTP client that nobody watches is told by the answers that an SDK has, and nobody else is.
 */
@Timeout(60)
class UnseenRequestsTest {
  private static final String SIGNATURE = "ab12".repeat(16);
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=ASIAIOSFODNN7EXAMPLE/20261126/eu-west-1/s3/aws4_request,"
          + " SignedHeaders=host, Signature="
          + SIGNATURE;
  private static final String CANONICAL = "GET\n/\n\nhost:a\n\nhost\nUNSIGNED-PAYLOAD";

  @TempDir Path folder;
  private Enforcement enforcement;
  private Journal journal;
  private AwsAnswers answers;

  @BeforeEach
  void open() {
    journal = new Journal(new TestOwner(Samples.settings(folder.resolve("a.ndjson"))));
    ActivePolicy policy = new ActivePolicy("audit", "aws-outposts", 100, "orders", "i");
    enforcement = new Enforcement(policy, journal, new HookRows(null), null);
    answers = new AwsAnswers(enforcement, false);
  }

  @Test
  void aHookThatFailedIsNotTheClientsFault() throws Exception {
    enforcement.hooksAreInPlace();
    enforcement.log().signed(CANONICAL, SIGNATURE, null);
    journal.hookFailed();
    unseen("com.acme.RawClient");

    assertThat(journal.answersIfAny()).isNull();
    journal.close();
  }

  @Test
  void aSignatureThatNobodySentIsToldOnceForEachClient() throws Exception {
    enforcement.hooksAreInPlace();
    enforcement.log().signed(CANONICAL, SIGNATURE, null);
    unseen("com.acme.RawClient");
    unseen("com.acme.RawClient");
    unseen("com.acme.OtherClient");

    List<JsonObject> records = records(EventKind.AWS_UNSEEN);
    assertThat(records)
        .extracting(record -> record.getAsJsonObject("http").get("client").getAsString())
        .containsExactly("com.acme.RawClient", "com.acme.OtherClient");
    assertThat(records.get(0).getAsJsonObject("aws").get("service").getAsString()).isEqualTo("s3");
    assertThat(journal.answersIfAny().unseen())
        .containsEntry("s3 com.acme.RawClient", 2L)
        .containsEntry("s3 com.acme.OtherClient", 1L);
    assertThat(journal.answersIfAny().answered()).isEqualTo(3);
    assertThat(journal.answersIfAny().seen()).isZero();
    assertThat(journal.count(Verdict.WARN)).isZero();
  }

  @Test
  void nothingIsUnseenThatWasSignedBeforeTheHooksWereThereOrBySomebodyElse() throws Exception {
    enforcement.log().signed(CANONICAL, SIGNATURE, null);
    unseen("com.acme.RawClient");
    Thread.sleep(5);
    enforcement.hooksAreInPlace();
    unseen("com.acme.RawClient");
    answers.unseen(AUTHORIZATION.replace("ab12", "cd34"), "GET", "s3.amazonaws.com", "A");

    assertThat(journal.answersIfAny()).isNull();
    journal.close();
  }

  private void unseen(String transport) {
    answers.unseen(AUTHORIZATION, "GET", "s3.eu-west-1.amazonaws.com", transport);
  }

  private List<JsonObject> records(EventKind kind) throws Exception {
    journal.close();
    return Samples.read(folder.resolve("a.ndjson"), kind);
  }
}
