package dev.stockade.policy.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.Policy;
import dev.stockade.policy.PolicyException;
import dev.stockade.policy.canary.CanarySettings;
import dev.stockade.policy.rule.CanaryUnit;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import org.junit.jupiter.api.Test;

/** What a file says is what the policy holds. */
class PolicyFileTest {
  private static final String EXCEPTION =
      """
      - id: erp
        match:
          {host: '*.erp', cidr: 10.0.0.0/8, port: 8443, sni: a.erp, direction: out, service: orders,
          code: com.acme}
        allow:
          min-version: TLSv1.1
          forward-secrecy: optional
          suites: [TLS_RSA_WITH_AES_128_CBC_SHA]
          rules: [tls.dh-size]
        owner: me
        reason: because
        expires: 2027-03-31
      """;

  @Test
  void aShortNameOfAProfileStandsForItsId() {
    PolicyFile file = parse("profile: nist\ncandidate: {profile: bsi}\n");

    assertThat(file.problems()).isEmpty();
    assertThat(file.options().get("profile").value()).isEqualTo("nist-sp800-52r2-pfs");
    assertThat(file.policy().profile()).isEqualTo("nist-sp800-52r2-pfs");
    assertThat(file.policy().candidate().profile()).isEqualTo("bsi-tr-02102-2-2026-01-pfs");
  }

  @Test
  void optionsHaveTheirTextAndLine() {
    PolicyFile file =
        parse(
            """
            mode: off
            profile: pq-ready
            journal: /a
            journal.max-size: 500000
            journal.keep: 3
            journal.chain: true
            journal.format: emf
            summary: false
            log: info
            on-failure: exit
            service: s
            instance: i
            kill-file: /k
            jmx: true
            canary: {percent: 5}
            """);

    assertThat(file.isUsable()).isTrue();
    assertThat(file.options().keySet())
        .containsExactlyInAnyOrder(
            "mode",
            "profile",
            "journal",
            "journal.max-size",
            "journal.keep",
            "journal.chain",
            "journal.format",
            "summary",
            "log",
            "on-failure",
            "service",
            "instance",
            "kill-file",
            "jmx",
            "canary.percent");
    assertThat(file.options().get("mode").value()).isEqualTo("off");
    assertThat(file.options().get("journal.max-size").value()).isEqualTo("500000");
    assertThat(file.options().get("summary").value()).isEqualTo("false");
    assertThat(file.options().get("jmx").line()).isEqualTo(14);
    assertThat(file.options().get("canary.percent").value()).isEqualTo("5");
    assertThat(file.options().get("canary.percent").line()).isEqualTo(15);
    assertThat(file.policy().mode()).isEqualTo(Mode.OFF);
    assertThat(file.policy().profile()).isEqualTo("pq-ready");
  }

  @Test
  void stagesAreWrittenShortOrLong() {
    Policy policy =
        parse("mode: enforce\nrules:\n  aws.unsigned: audit\n  aws.imds-v1: {stage: canary}\n")
            .policy();

    assertThat(policy.stage(Rule.AWS_UNSIGNED)).isEqualTo(Stage.AUDIT);
    assertThat(policy.stage(Rule.AWS_IMDS_V1)).isEqualTo(Stage.CANARY);
    assertThat(policy.stage(Rule.AWS_CLEARTEXT)).isEqualTo(Stage.ENFORCE);
    assertThat(policy.ownStages().containsKey(Rule.AWS_CLEARTEXT)).isFalse();
  }

  @Test
  void anExceptionIsReadWhole() {
    Policy policy = parse("expired-exceptions: enforce\nexceptions:\n" + EXCEPTION).policy();

    assertThat(policy.endsExpired()).isTrue();
    assertThat(policy.exceptions()).hasSize(1);
    PolicyException entry = policy.exceptions().get(0);
    assertThat(entry.id()).isEqualTo("erp");
    assertThat(entry.owner()).isEqualTo("me");
    assertThat(entry.reason()).isEqualTo("because");
    assertThat(entry.expires()).isEqualTo("2027-03-31");
    assertThat(entry.match().host()).isEqualTo("*.erp");
    assertThat(entry.match().cidr()).isEqualTo("10.0.0.0/8");
    assertThat(entry.match().port()).isEqualTo(8443);
    assertThat(entry.match().sni()).isEqualTo("a.erp");
    assertThat(entry.match().direction()).isEqualTo(Direction.OUT);
    assertThat(entry.match().service()).isEqualTo("orders");
    assertThat(entry.match().code()).isEqualTo("com.acme");
    assertThat(entry.allowance().minimum()).isEqualTo("TLSv1.1");
    assertThat(entry.allowance().suites()).containsExactly("TLS_RSA_WITH_AES_128_CBC_SHA");
    assertThat(entry.allowance().rules())
        .containsExactlyInAnyOrder(Rule.TLS_DH_SIZE, Rule.TLS_FORWARD_SECRECY);
  }

  @Test
  void theCanaryIsReadWhole() {
    CanarySettings canary =
        parse(
                "mode: canary\n"
                    + "canary: {percent: 25, unit: connection, salt: s, state: /x, rollback:"
                    + " {min-samples: 7, max-blocked: 3%, window: 2h}, fuse: {destinations: 4,"
                    + " window: 90s}}")
            .policy()
            .canary();

    assertThat(canary.percent()).isEqualTo(25);
    assertThat(canary.unit()).isEqualTo(CanaryUnit.CONNECTION);
    assertThat(canary.salt()).isEqualTo("s");
    assertThat(canary.state()).isEqualTo("/x");
    assertThat(canary.minSamples()).isEqualTo(7);
    assertThat(canary.maxBlockedPercent()).isEqualTo(3);
    assertThat(canary.windowMillis()).isEqualTo(7_200_000);
    assertThat(canary.fuseDestinations()).isEqualTo(4);
    assertThat(canary.fuseWindowMillis()).isEqualTo(90_000);
  }

  @Test
  void theShareMayBeWrittenAsTheOption() {
    PolicyFile file = parse("mode: canary\ncanary.percent: 30\ncanary: {unit: instance}");

    assertThat(file.policy().canary().percent()).isEqualTo(30);
    assertThat(file.policy().canary().unit()).isEqualTo(CanaryUnit.INSTANCE);
    assertThat(file.options().get("canary.percent").line()).isEqualTo(2);
  }

  @Test
  void theCandidateReplacesOnlyWhatItNames() {
    PolicyFile file =
        parse(
            "rules: {aws.unsigned: off}\nexceptions:\n"
                + EXCEPTION
                + "candidate: {rules: {aws.cleartext: audit}}");
    Policy.Builder builder = new Policy.Builder().mode(Mode.CANARY).profile("pq-ready");
    file.applyTo(builder);
    Policy policy = builder.build();
    Policy candidate = policy.candidate();

    assertThat(policy.mode()).isEqualTo(Mode.CANARY);
    assertThat(policy.profile()).isEqualTo("pq-ready");
    assertThat(policy.digest()).isEqualTo(file.digest());
    assertThat(candidate.mode()).isEqualTo(Mode.ENFORCE);
    assertThat(candidate.profile()).isEqualTo("pq-ready");
    assertThat(candidate.stage(Rule.AWS_UNSIGNED)).isEqualTo(Stage.ENFORCE);
    assertThat(candidate.stage(Rule.AWS_CLEARTEXT)).isEqualTo(Stage.AUDIT);
    assertThat(candidate.exceptions()).isEqualTo(policy.exceptions());
    assertThat(candidate.candidate()).isNull();
    assertThat(parse("candidate: {profile: pq-ready}").policy().candidate().profile())
        .isEqualTo("pq-ready");
    assertThat(parse("candidate:").policy().candidate()).isNull();
  }

  @Test
  void aFileWithAnErrorSaysNothing() {
    PolicyFile file = parse("mode: enforce\nrules: {aws.unsigned: off, no: off}");
    Policy.Builder builder = new Policy.Builder();
    file.applyTo(builder);

    assertThat(file.isUsable()).isFalse();
    assertThat(file.options()).isEmpty();
    assertThat(builder.build().digest()).isNull();
    assertThat(builder.build().ownStages().containsKey(Rule.AWS_UNSIGNED)).isFalse();
    assertThat(file.policy().mode()).isEqualTo(Mode.AUDIT);
  }

  @Test
  void theDigestIsOfTheBytes() {
    assertThat(parse("").digest())
        .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  private static PolicyFile parse(String text) {
    return PolicyFile.parse("p", text.getBytes(UTF_8), 0);
  }
}
