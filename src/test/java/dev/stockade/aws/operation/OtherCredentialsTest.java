package dev.stockade.aws.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.AwsRequestInspector;
import dev.stockade.aws.endpoint.Endpoints;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.Heads;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.sigv4.SignatureVerifier;
import dev.stockade.aws.text.FactTable;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.AwsPolicy;
import dev.stockade.policy.aws.CredentialType;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests with another proof of identity than an AWS signature, by service. */
class OtherCredentialsTest {
  private static final String REGION = ".us-east-1.amazonaws.com";

  private final AwsRequestInspector check =
      new AwsRequestInspector(
          () -> new SignatureVerifier(new SigningKeys(), new SignedRequests(), null));

  @ParameterizedTest
  @CsvSource({
    "Authorization, x",
    "Authorization, Bearer t",
    "authorization, Basic t",
    "Cookie, c=1",
    "X-Session-Id, 1",
    "x-api-key, k",
    "X-Amz-Bearer, t",
    "Authentication, t",
  })
  void aServiceThatTakesSignaturesOnlyIsNotServedByAnother(String name, String value) {
    RequestHead head = target("kms", "TrentService.Encrypt", name, value);

    assertThat(rules(head)).containsExactly(Rule.AWS_UNSIGNED);
    Finding finding = finding(head);
    assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATION);
    assertThat(finding.reason()).contains("(other credential: " + name + ", which kms does not");
    AwsFacts facts = facts(head);
    assertThat(facts.credential()).isEqualTo(CredentialType.NONE);
    assertThat(facts.signature()).isEqualTo(SignatureStatus.MISSING);
  }

  @Test
  void aKeyInTheQueryIsNoneForDynamoDb() {
    RequestHead head = Heads.of("POST", "dynamodb" + REGION, "/?key=1");
    head.header("X-Amz-Target", "DynamoDB_20120810.ListTables");

    assertThat(rules(head)).containsExactly(Rule.AWS_UNSIGNED);
    assertThat(finding(head).reason()).contains("other credential: key");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, bedrock-runtime, /model/m/converse, Authorization",
    "GET, portal.sso, /assignment/accounts, x-amz-sso_bearer_token",
    "POST, monitoring, /v1/metrics, Authorization",
    "POST, bedrock-agentcore, /runtimes/r/invocations, Authorization",
    "POST, rolesanywhere, /sessions, Authorization",
  })
  void whatTheServiceTakesIsNamedAndPasses(
      String method, String service, String target, String header) {
    RequestHead head =
        Heads.of(method, service + REGION, target, "Cookie", "c=1", header, "Bearer secret-1");

    Finding finding = finding(head);
    assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
    assertThat(finding.reason()).isEqualTo("other credential: " + header);
    AwsFacts facts = facts(head);
    assertThat(facts.credential()).isEqualTo(CredentialType.OTHER);
    assertThat(facts.signature()).isEqualTo(SignatureStatus.NOT_NEEDED);
  }

  @Test
  void amazonLocationTakesAnApiKeyInTheQuery() {
    RequestHead head = Heads.of("POST", "places.geo" + REGION, "/v2/geocode?key=v1.public.x");

    assertThat(finding(head).reason()).isEqualTo("other credential: key");
  }

  @Test
  void theSecondVersionOfSignaturesInAFormIsTakenByQueryServices() {
    RequestHead head =
        Heads.of("POST", "ec2" + REGION, "/", "Content-Type", "application/x-www-form-urlencoded");
    head.body("AWSAccessKeyId=A&Action=DescribeInstances&Signature=s".getBytes(US_ASCII));

    assertThat(finding(head).reason()).isEqualTo("other credential: AWSAccessKeyId");
  }

  @Test
  void whatIsNotKnownOfAServiceIsReportedAndNotBlocked() {
    RequestHead head = target("qbusiness", "Q.ListThings", "Authorization", "Bearer t");

    Finding finding = finding(head);
    assertThat(finding.verdict()).isEqualTo(Verdict.NOTE);
    assertThat(finding.reason())
        .isEqualTo(
            "other credential: Authorization, of which it is not known whether qbusiness takes it");
    assertThat(facts(head).credential()).isEqualTo(CredentialType.OTHER);
  }

  @Test
  void theTokenOfInstanceMetadataIsNamed() {
    RequestHead head =
        Heads.of("GET", "169.254.169.254", "/latest/x", "X-aws-ec2-metadata-token", "t");

    assertThat(finding(head).reason()).isEqualTo("other credential: X-aws-ec2-metadata-token");
  }

  @Test
  void aNameFromOutsideIsCutAndClean() {
    String name = "X-Token-\u001b[31m" + new String(new char[500]).replace('\0', 'a');
    RequestHead head = target("qbusiness", "Q.ListThings", name, "very-secret");

    assertThat(finding(head).reason())
        .contains("X-Token-?[31maaaa")
        .hasSizeLessThan(200)
        .doesNotContain("very-secret", "\u001b");
  }

  @Test
  void whatProvesNothingToAwsDoesNotCount() {
    RequestHead head =
        Heads.of(
            "POST",
            "x" + REGION,
            "/?monkey=1&key=",
            "Proxy-Authorization",
            "Basic p",
            "X-Amzn-Trace-Id",
            "Root=1",
            "X-Amz-Security-Token",
            "t",
            "User-Agent",
            "aws-sdk",
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=c");

    assertThat(OtherCredentials.of(Endpoints.of("kms" + REGION), head)).isNull();
  }

  @Test
  void noServiceThatTakesSomethingElseIsSaidToTakeSignaturesOnly() {
    Map<String, String> known = new HashMap<>();
    for (String[] fact : FactTable.of("other-credentials.txt")) {
      assertThat(fact[1]).isIn("only", "also");
      assertThat(known.put(fact[0], fact[1])).as(fact[0]).isNull();
      assertThat(Endpoints.of(fact[0] + REGION)).as(fact[0]).isNotNull();
      for (int i = 2; i < fact.length; i++) {
        assertThat(fact[i]).isLowerCase();
      }
    }
    for (String[] fact : FactTable.of("unsigned-operations.txt")) {
      if (fact[1].equals("?") || fact[1].equals("*")) {
        assertThat(known.get(fact[0])).as(fact[0]).isNotEqualTo("only");
      }
    }
  }

  private static RequestHead target(String service, String target, String name, String value) {
    return Heads.of("POST", service + REGION, "/", name, value, "X-Amz-Target", target);
  }

  private AwsFacts facts(RequestHead head) {
    return check.of("test", head, 0);
  }

  private Finding finding(RequestHead head) {
    return new AwsPolicy().judge(facts(head));
  }

  private Rule[] rules(RequestHead head) {
    return facts(head).observations().stream().map(seen -> seen.rule()).toArray(Rule[]::new);
  }
}
