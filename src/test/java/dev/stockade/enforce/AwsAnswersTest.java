package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Samples;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Policy;
import dev.stockade.policy.aws.AnswerKind;
import dev.stockade.policy.aws.AwsAnswer;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.weave.HookRows;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of an answer: counted, recorded where it says who asks, compared with the verdict.
 */
@Timeout(60)
class AwsAnswersTest {
  @TempDir Path folder;
  private final ActivePolicy activePolicy =
      new ActivePolicy("audit", "aws-outposts", 100, "orders", "i");
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private Enforcement enforcement;
  private Journal journal;
  private AwsAnswers answers;
  private long key;

  @Test
  void ofWhatIsAcceptedOnlyTheCountIsKept() throws Exception {
    open(false);
    send(facts(SignatureStatus.VALID));
    assertThat(answers.wantsDetails(answers.find(key), 200)).isFalse();
    answers.answered(answers.find(key), AwsAnswer.of(200));

    assertThat(records(EventKind.AWS_ANSWER)).isEmpty();
    assertThat(journal.answersIfAny().of(SignatureStatus.VALID, AnswerKind.ACCEPTED)).isEqualTo(1);
    assertThat(journal.answersIfAny().seen()).isEqualTo(1);
    JsonObject counts = last().getAsJsonObject("counts");
    assertThat(counts.get("answers.valid.accepted").getAsInt()).isEqualTo(1);
    assertThat(counts.get("requests").getAsInt()).isEqualTo(1);
  }

  @Test
  void whereIdsAreWantedEachAnswerIsARecord() throws Exception {
    open(true);
    for (int i = 1; i <= 3; i++) {
      send(facts(SignatureStatus.VALID));
      assertThat(answers.wantsDetails(answers.find(key), 200)).isTrue();
      answers.answered(answers.find(key), AwsAnswer.of(200).ids("REQ" + i, null));
    }

    assertThat(records(EventKind.AWS_ANSWER))
        .extracting(record -> record.getAsJsonObject("aws").get("requestId").getAsString())
        .containsExactly("REQ1", "REQ2", "REQ3");
  }

  @Test
  void aRefusalIsARecordAndTheSameAgainIsFolded() throws Exception {
    open(false);
    for (int i = 1; i <= 3; i++) {
      send(facts(SignatureStatus.VALID));
      answers.answered(
          answers.find(key), AwsAnswer.of(403).code("SignatureDoesNotMatch").ids("REQ" + i, "X"));
    }

    List<JsonObject> records = records(EventKind.AWS_ANSWER);
    assertThat(records).hasSize(2);
    JsonObject first = records.get(0);
    assertThat(first.get("verdict").getAsString()).isEqualTo("pass");
    assertThat(first.get("reason").getAsString()).contains("secret key");
    JsonObject aws = first.getAsJsonObject("aws");
    assertThat(aws.get("answer").getAsString()).isEqualTo("refused-signature");
    assertThat(aws.get("errorCode").getAsString()).isEqualTo("SignatureDoesNotMatch");
    assertThat(aws.get("requestId").getAsString()).isEqualTo("REQ1");
    assertThat(aws.get("extendedRequestId").getAsString()).isEqualTo("X");
    assertThat(first.getAsJsonObject("http").get("status").getAsInt()).isEqualTo(403);
    assertThat(records.get(1).get("count").getAsInt()).isEqualTo(2);
    assertThat(records.get(1).getAsJsonObject("aws").has("requestId")).isFalse();
  }

  /** What each request keeps, the collector copies while its answer is awaited. */
  @Test
  void whatWaitsForItsAnswerKeepsNothingOfItsOwnAlive() throws Exception {
    open(false);
    RequestDecisions decisions = new RequestDecisions(activePolicy, journal);
    // Their records hold the first two.
    answers.sent(1, judged(decisions, facts(SignatureStatus.VALID)));
    answers.sent(2, judged(decisions, facts(SignatureStatus.VALID)));
    WeakReference<AwsFacts> own = new WeakReference<>(facts(SignatureStatus.VALID));
    answers.sent(3, judged(decisions, own.get()));
    while (own.get() != null) {
      System.gc();
      Thread.sleep(1);
    }

    assertThat(answers.find(3).facts).isEqualTo(facts(SignatureStatus.VALID));
    assertThat(answers.find(3).decision).isSameAs(answers.find(2).decision);
  }

  @Test
  void ofSeveralAnswersToOneTheFirstCounts() throws Exception {
    open(false);
    send(facts(SignatureStatus.VALID));
    answers.answered(answers.find(key), AwsAnswer.of(200));
    answers.answered(answers.find(key), AwsAnswer.of(403).code("SignatureDoesNotMatch"));

    assertThat(records(EventKind.AWS_ANSWER)).isEmpty();
    assertThat(journal.answersIfAny().answered()).isEqualTo(1);
  }

  @Test
  void aRuleThatAwsShowsToBeWrongIsNotEnforcedForThatService() throws Exception {
    open(false);
    for (int i = 0; i < 3; i++) {
      send(mismatch("s3"));
      assertThat(answers.wantsDetails(answers.find(key), 200)).isTrue();
      answers.answered(answers.find(key), AwsAnswer.of(200).ids("REQ", null));
    }
    activePolicy.set(new Policy.Builder().mode(Mode.ENFORCE).build(), "i", List.of());
    RequestDecisions decisions = new RequestDecisions(activePolicy, journal);

    assertThat(request(decisions, mismatch("s3")).action()).isEqualTo(Action.WOULD_BLOCK);
    assertThat(request(decisions, mismatch("sqs")).action()).isEqualTo(Action.BLOCKED);
    assertThat(activePolicy.distrusted()).containsExactly("aws.signature.mismatch s3");

    ActivePolicy next = new ActivePolicy("enforce", "aws-outposts", 100, "orders", "i");
    next.add(activePolicy.members(), 0);
    assertThat(next.distrusted()).containsExactly("aws.signature.mismatch s3");

    activePolicy.trust(Rule.AWS_SIGNATURE_MISMATCH);
    assertThat(request(decisions, mismatch("s3")).action()).isEqualTo(Action.BLOCKED);

    List<JsonObject> records = records(EventKind.AWS_ANSWER);
    assertThat(records).isNotEmpty();
    assertThat(records.get(0).get("verdict").getAsString()).isEqualTo("warn");
    assertThat(records.get(0).get("rules").toString()).contains("aws.signature.mismatch");
    assertThat(journal.answersIfAny().disagreed()).isEqualTo(3);
    assertThat(lines).filteredOn(line -> line.contains("AWS s3 answered")).hasSize(1);
  }

  @Test
  void whatIsNotSureIsNoDisagreement() throws Exception {
    open(false);
    for (AwsAnswer unsure :
        List.of(
            AwsAnswer.of(301),
            AwsAnswer.of(403).code("AccessDenied"),
            AwsAnswer.of(404).code("NoSuchBucket"),
            AwsAnswer.of(500))) {
      send(mismatch("s3"));
      answers.answered(answers.find(key), unsure);
    }
    send(facts(SignatureStatus.SKEWED));
    answers.answered(answers.find(key), AwsAnswer.of(200));
    AwsFacts ofAnother =
        new AwsFacts.Builder()
            .http("apache4", "GET", "127.0.0.1")
            .signature(SignatureStatus.MISMATCH)
            .build();
    send(ofAnother);
    answers.answered(answers.find(key), AwsAnswer.of(200));

    assertThat(activePolicy.distrusted()).isEmpty();
    assertThat(journal.answersIfAny().disagreed()).isZero();
    journal.close();
  }

  @Test
  void nothingFollowsFromWhatOthersThanAwsAccept() throws Exception {
    open(false);
    send(mismatchElsewhere());
    answers.answered(answers.find(key), AwsAnswer.of(200));
    send(mismatchInClear());
    answers.answered(answers.find(key), AwsAnswer.of(200));

    assertThat(activePolicy.distrusted()).isEmpty();
    assertThat(records(EventKind.AWS_ANSWER)).isEmpty();
  }

  @Test
  void nothingFollowsWhereItIsNotKnownWhoseTheAnswerIs() throws Exception {
    open(false);
    send(facts(SignatureStatus.VALID));
    AwsFacts other = mismatch("s3");
    answers.sent(key, judged(new RequestDecisions(activePolicy, journal), other));
    answers.answered(answers.find(key), AwsAnswer.of(200));

    assertThat(activePolicy.distrusted()).isEmpty();
    assertThat(records(EventKind.AWS_ANSWER)).isEmpty();
    assertThat(journal.answersIfAny().byVerdict()).isEmpty();
  }

  private static AwsFacts facts(SignatureStatus signature) {
    return Samples.aws("s3").signature(signature).build();
  }

  private static AwsFacts mismatch(String service) {
    return Samples.aws(service)
        .ofApi(true)
        .signature(SignatureStatus.MISMATCH)
        .observations(List.of(new Observation(Rule.AWS_SIGNATURE_MISMATCH, "it was changed")))
        .build();
  }

  private static AwsFacts mismatchElsewhere() {
    return Samples.aws("lambda")
        .signature(SignatureStatus.MISMATCH)
        .observations(List.of(new Observation(Rule.AWS_SIGNATURE_MISMATCH, "it was changed")))
        .build();
  }

  private static AwsFacts mismatchInClear() {
    return Samples.aws("s3")
        .ofApi(true)
        .signature(SignatureStatus.MISMATCH)
        .observations(
            List.of(
                new Observation(Rule.AWS_CLEARTEXT, "no TLS"),
                new Observation(Rule.AWS_SIGNATURE_MISMATCH, "it was changed")))
        .build();
  }

  private void send(AwsFacts facts) {
    key++;
    answers.sent(key, judged(new RequestDecisions(activePolicy, journal), facts));
  }

  private static JudgedRequest judged(RequestDecisions decisions, AwsFacts facts) {
    return decisions.request(facts, System.currentTimeMillis());
  }

  private static Decision request(RequestDecisions decisions, AwsFacts facts) {
    return judged(decisions, facts).decision;
  }

  private void open(boolean all) {
    journal =
        new Journal(
            new TestOwner(Samples.settings(folder.resolve("a.ndjson")))
                .log((level, line) -> lines.add(line)));
    enforcement = new Enforcement(activePolicy, journal, new HookRows(null), null);
    answers = new AwsAnswers(enforcement, all);
  }

  private List<JsonObject> records(EventKind kind) throws Exception {
    journal.close();
    return Samples.read(folder.resolve("a.ndjson"), kind);
  }

  private JsonObject last() throws Exception {
    List<JsonObject> all = Samples.read(folder.resolve("a.ndjson"));
    return all.get(all.size() - 1);
  }
}
