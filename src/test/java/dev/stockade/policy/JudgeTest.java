package dev.stockade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.canary.Canary;
import dev.stockade.policy.canary.CanarySettings;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Allowance;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final long NOW = LocalDate.of(2026, 11, 24).toEpochDay() * 86_400_000L;
  private static final String STATIC = "TLS_RSA_WITH_AES_128_GCM_SHA256";
  private static final String GOOD = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

  private final Policy.Builder policy = new Policy.Builder().mode(Mode.ENFORCE);
  private Offer offer = Offer.UNKNOWN;

  @Test
  void theModeAloneDecidesWhereNothingElseIsSaid() {
    assertThat(to("db", "TLSv1.1", GOOD).action()).isEqualTo(Action.BLOCKED);
    policy.mode(Mode.AUDIT);
    assertThat(to("db", "TLSv1.1", GOOD).action()).isEqualTo(Action.WOULD_BLOCK);
    assertThat(to("db", "TLSv1.2", GOOD)).isSameAs(Decision.PASS);
  }

  @Test
  void auditStandsAboveTheStageOfARule() {
    policy.mode(Mode.AUDIT).stages(Map.of(Rule.TLS_MIN_VERSION, Stage.ENFORCE));

    assertThat(to("db", "TLSv1.1", GOOD).action()).isEqualTo(Action.WOULD_BLOCK);
  }

  @Test
  void onlyRulesInStageEnforceBlock() {
    policy.stages(Map.of(Rule.TLS_MIN_VERSION, Stage.AUDIT));

    assertThat(to("db", "TLSv1.1", GOOD).action()).isEqualTo(Action.WOULD_BLOCK);
    assertThat(to("db", "TLSv1.2", STATIC).action()).isEqualTo(Action.BLOCKED);
    assertThat(to("db", "TLSv1.1", STATIC).action()).isEqualTo(Action.BLOCKED);
  }

  @Test
  void anOfferIsNarrowedByWhatIsEnforcedAndReportedByAll() {
    policy.stages(Map.of(Rule.TLS_MIN_VERSION, Stage.AUDIT));
    offer = Offer.of(List.of("TLSv1.2", "TLSv1"), List.of(GOOD));
    assertThat(to("db", "TLSv1.2", GOOD).action()).isEqualTo(Action.WOULD_HARDEN);

    offer = Offer.of(List.of("TLSv1.2", "TLSv1"), List.of(GOOD, STATIC));
    Decision both = to("db", "TLSv1.2", GOOD);
    assertThat(both.action()).isEqualTo(Action.HARDENED);
    assertThat(both.finding().rules())
        .containsExactly(Rule.TLS_MIN_VERSION, Rule.TLS_FORWARD_SECRECY);
  }

  @Test
  void aRuleThatIsOffSaysNothing() {
    policy.stages(Map.of(Rule.TLS_MIN_VERSION, Stage.OFF, Rule.TLS_FORWARD_SECRECY, Stage.OFF));

    assertThat(to("db", "TLSv1.1", STATIC)).isSameAs(Decision.PASS);
  }

  @Test
  void anExceptionAllowsWhatItSaysAndIsTold() {
    policy.exceptions(List.of(exception("erp", "*.erp", "TLSv1.1", LocalDate.of(2027, 3, 31))));

    Decision decision = to("a.erp", "TLSv1.1", GOOD);
    assertThat(decision.action()).isEqualTo(Action.ALLOWED);
    assertThat(decision.exception().id()).isEqualTo("erp");
    assertThat(decision.finding().verdict()).isEqualTo(Verdict.NOTE);
    assertThat(decision.finding().reason())
        .isEqualTo(
            "server chose TLSv1.1, profile aws-outposts needs TLSv1.2 or newer,"
                + " allowed by exception erp until 2027-03-31");
    assertThat(to("a.erp", "TLSv1", GOOD).action()).isEqualTo(Action.BLOCKED);
    assertThat(to("a.crm", "TLSv1.1", GOOD).action()).isEqualTo(Action.BLOCKED);
    assertThat(to("a.erp", "TLSv1.2", GOOD).exception()).describedAs("not needed").isNull();
  }

  @Test
  void anExceptionKeepsTheOfferOfItsDestinationWhole() {
    policy.exceptions(List.of(exception("erp", "*.erp", "TLSv1.1", LocalDate.of(2027, 3, 31))));
    List<String> versions = List.of("TLSv1.2", "TLSv1.1", "TLSv1");

    EffectivePolicy erp = effective("a.erp");
    assertThat(erp.enforcedTls().narrowOnce(Offer.of(versions, List.of(GOOD))).removedProtocols())
        .containsExactly("TLSv1");
    assertThat(
            effective("b")
                .enforcedTls()
                .narrowOnce(Offer.of(versions, List.of(GOOD)))
                .removedProtocols())
        .containsExactly("TLSv1.1", "TLSv1");
  }

  @Test
  void anExpiredExceptionIsReportedOrByChoiceEndsThere() {
    policy.exceptions(List.of(exception("erp", "*.erp", "TLSv1.1", LocalDate.of(2026, 11, 23))));

    Decision reported = to("a.erp", "TLSv1.1", GOOD);
    assertThat(reported.action()).isEqualTo(Action.ALLOWED);
    assertThat(reported.finding().verdict()).isEqualTo(Verdict.WARN);
    assertThat(reported.finding().reason()).endsWith("which expired on 2026-11-23");
    policy.endsExpired(true);
    assertThat(to("a.erp", "TLSv1.1", GOOD).action()).isEqualTo(Action.BLOCKED);
  }

  @Test
  void anExceptionHoldsUntilTheEndOfItsLastDay() {
    policy
        .exceptions(List.of(exception("erp", "*.erp", "TLSv1.1", LocalDate.of(2026, 11, 24))))
        .endsExpired(true);

    assertThat(to("a.erp", "TLSv1.1", GOOD).action()).isEqualTo(Action.ALLOWED);
  }

  @Test
  void theFirstExceptionThatFitsCounts() {
    policy.exceptions(
        List.of(
            exception("narrow", "a.erp", "TLSv1.1", LocalDate.of(2027, 1, 1)),
            exception("wide", "*.erp", "TLSv1", LocalDate.of(2027, 1, 1))));

    assertThat(to("a.erp", "TLSv1", GOOD).action()).isEqualTo(Action.BLOCKED);
    assertThat(to("b.erp", "TLSv1", GOOD).exception().id()).isEqualTo("wide");
  }

  @Test
  void mildRulesBlockOnlyWhereTheirOwnStageSaysSo() {
    TlsFacts facts =
        new TlsFacts.Builder(Direction.OUT)
            .peer("db", null, 1)
            .session("TLSv1.2", "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", false)
            .keyExchange(null, 1024)
            .build();
    assertThat(decide(facts).finding().verdict()).isEqualTo(Verdict.WARN);
    policy.stages(Map.of(Rule.TLS_DH_SIZE, Stage.ENFORCE));
    assertThat(decide(facts).action()).isEqualTo(Action.BLOCKED);
  }

  @Test
  void whatAwsAnswersIsNeverBlocked() {
    policy.stages(Map.of(Rule.AWS_SIGNATURE_SKEW, Stage.ENFORCE));

    Decision skewed = request("s3.amazonaws.com", Rule.AWS_SIGNATURE_SKEW);
    assertThat(skewed.action()).isEqualTo(Action.ALLOWED);
    assertThat(skewed.finding().verdict()).isEqualTo(Verdict.WARN);
  }

  @Test
  void requestsHaveStagesAndExceptionsToo() {
    assertThat(request("s3.amazonaws.com", Rule.AWS_UNSIGNED).action()).isEqualTo(Action.BLOCKED);
    policy.exceptions(
        List.of(
            new PolicyException(
                "public",
                new Match.Builder().host(new Glob("s3.*")).build(),
                new Allowance(null, Set.of(), Set.of(Rule.AWS_UNSIGNED)),
                "web",
                "public bucket",
                LocalDate.of(2027, 1, 1).toEpochDay())));
    assertThat(request("s3.amazonaws.com", Rule.AWS_UNSIGNED).exception().id()).isEqualTo("public");
    policy.exceptions(List.of()).stages(Map.of(Rule.AWS_UNSIGNED, Stage.AUDIT));
    assertThat(request("s3.amazonaws.com", Rule.AWS_UNSIGNED).action())
        .isEqualTo(Action.WOULD_BLOCK);
    policy.stages(Map.of(Rule.AWS_UNSIGNED, Stage.OFF));
    assertThat(request("s3.amazonaws.com", Rule.AWS_UNSIGNED).finding()).isSameAs(Finding.PASS);
  }

  @Test
  void aCandidateIsToldOnlyWhereItWouldDecideOtherwise() {
    policy.candidate(new Policy.Builder().mode(Mode.ENFORCE).profile("mozilla-modern-6.0").build());

    Decision decision = to("db", "TLSv1.2", GOOD);
    assertThat(decision.action()).isEqualTo(Action.ALLOWED);
    assertThat(decision.candidate().isRefusal()).isTrue();
    assertThat(to("db", "TLSv1.1", GOOD).candidate()).isNull();
    assertThat(to("db", "TLSv1.3", "TLS_AES_128_GCM_SHA256").candidate()).isNull();
  }

  @Test
  void aCanaryTakesBackARuleAtTheDestinationThatItBreaks() {
    CanarySettings settings =
        new CanarySettings.Builder().percent(100).rollback(3, 5, 60_000).build();
    policy.mode(Mode.CANARY).canary(settings);
    Judge judge = new Judge(policy.build(), "app", new Canary(settings, "i", List.of()));

    for (int i = 0; i < 3; i++) {
      assertThat(handshake(judge, facts("old", "TLSv1.1", GOOD)).action())
          .isEqualTo(Action.BLOCKED);
      assertThat(handshake(judge, facts("good", "TLSv1.2", GOOD)).action())
          .isEqualTo(Action.ALLOWED);
    }
    assertThat(handshake(judge, facts("old", "TLSv1.1", GOOD)).action())
        .isEqualTo(Action.WOULD_BLOCK);
    assertThat(handshake(judge, facts("good", "TLSv1.1", GOOD)).action()).isEqualTo(Action.BLOCKED);
    assertThat(handshake(judge, facts("old", "TLSv1.2", STATIC)).action())
        .describedAs("the other rules stay")
        .isEqualTo(Action.BLOCKED);
  }

  private Decision to(String host, String version, String cipher) {
    return decide(facts(host, version, cipher));
  }

  private static TlsFacts facts(String host, String version, String cipher) {
    return new TlsFacts.Builder(Direction.OUT)
        .peer(host, null, 443)
        .session(version, cipher, false)
        .build();
  }

  private Decision decide(TlsFacts facts) {
    return handshake(new Judge(policy.build(), "app", null), facts);
  }

  private Decision handshake(Judge judge, TlsFacts facts) {
    EffectivePolicy effective = judge.effective(Peer.of(facts), null, 0, NOW);
    return judge.handshake(effective, facts, offer, NOW);
  }

  private EffectivePolicy effective(String host) {
    Peer peer = new Peer(Direction.OUT, host, null, 443, null);
    return new Judge(policy.build(), "app", null).effective(peer, null, 0, NOW);
  }

  private Decision request(String host, Rule rule) {
    AwsFacts facts =
        new AwsFacts.Builder()
            .endpoint("aws", "s3", "us-east-1")
            .http("apache4", "GET", host)
            .observations(List.of(new Observation(rule, "seen")))
            .build();
    Judge judge = new Judge(policy.build(), "app", null);
    return judge.request(judge.effective(Peer.of(facts), null, 0, NOW), facts, NOW);
  }

  private static PolicyException exception(
      String id, String host, String minimum, LocalDate expires) {
    return new PolicyException(
        id,
        new Match.Builder().host(new Glob(host)).build(),
        new Allowance(minimum, Set.of(), Set.of()),
        "payments",
        "appliance",
        expires.toEpochDay());
  }
}
