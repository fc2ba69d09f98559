package dev.stockade.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.Decision;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Peer;
import dev.stockade.policy.Policy;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import dev.stockade.policy.rule.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AwsPolicyTest {
  private static final Set<Rule> BLOCKING =
      EnumSet.of(
          Rule.AWS_CLEARTEXT,
          Rule.AWS_UNSIGNED,
          Rule.AWS_SIGNATURE_MALFORMED,
          Rule.AWS_SIGNATURE_MISMATCH);

  private final AwsPolicy policy = new AwsPolicy();

  @Test
  void aRequestOfWhichNothingIsToBeSaidPasses() {
    assertThat(policy.judge(facts("aws"))).isSameAs(Finding.PASS);
  }

  @ParameterizedTest
  @EnumSource(value = Rule.class, names = "AWS_.*", mode = EnumSource.Mode.MATCH_ALL)
  void onlyWhatAwsIsSureToRejectOrTravelsInTheClearIsAViolation(Rule rule) {
    Verdict verdict = policy.judge(facts("aws", new Observation(rule, "why"))).verdict();

    assertThat(verdict == Verdict.VIOLATION).isEqualTo(BLOCKING.contains(rule));
  }

  @ParameterizedTest
  @EnumSource(value = Rule.class, names = "AWS_.*", mode = EnumSource.Mode.MATCH_ALL)
  void aHostThatIsNotKnownAsAwsIsNeverMoreThanNoted(Rule rule) {
    assertThat(policy.judge(facts(null, new Observation(rule, "why"))).verdict())
        .isEqualTo(Verdict.NOTE);
  }

  @Test
  void theMetadataServiceIsRefusedWhereItsRuleIsRaised() {
    AwsFacts facts = facts(null, new Observation(Rule.AWS_IMDS_V1, "no session token"));
    Policy.Builder enforce = new Policy.Builder().mode(Mode.ENFORCE);

    assertThat(decide(enforce.build(), facts).action()).isEqualTo(Action.ALLOWED);
    enforce.stages(Map.of(Rule.AWS_IMDS_V1, Stage.ENFORCE));
    assertThat(decide(enforce.build(), facts).action()).isEqualTo(Action.BLOCKED);
  }

  private static Decision decide(Policy policy, AwsFacts facts) {
    Judge judge = new Judge(policy, null, null);
    return judge.request(judge.effective(Peer.of(facts), null, 0, 0), facts, 0);
  }

  @Test
  void theWorstIsNamedFirst() {
    Finding finding =
        policy.judge(
            facts(
                "aws",
                new Observation(null, "the key is not known"),
                new Observation(Rule.AWS_SIGNATURE_SKEW, "it is 7 minutes behind"),
                new Observation(Rule.AWS_CLEARTEXT, "there is no TLS")));

    assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATION);
    assertThat(finding.rules()).containsExactly(Rule.AWS_CLEARTEXT, Rule.AWS_SIGNATURE_SKEW);
    assertThat(finding.reason())
        .isEqualTo("there is no TLS; it is 7 minutes behind; the key is not known");
  }

  @Test
  void theSentenceSaysWhatWhereWhyAndWhatToDo() {
    AwsFacts facts = facts("aws", new Observation(Rule.AWS_CLEARTEXT, "there is no TLS"));

    assertThat(AwsPolicy.blockSentence(facts, policy.judge(facts)))
        .isEqualTo(
            "stockade: blocked AWS request PutItem to dynamodb.eu-west-1.amazonaws.com: there is no"
                + " TLS (rule aws.cleartext); see: java -jar stockade.jar explain aws.cleartext");
  }

  private static AwsFacts facts(String partition, Observation... observations) {
    return new AwsFacts.Builder()
        .endpoint(partition, "dynamodb", "eu-west-1")
        .operation("PutItem")
        .http("apache4", "POST", "dynamodb.eu-west-1.amazonaws.com")
        .observations(List.of(observations))
        .build();
  }
}
