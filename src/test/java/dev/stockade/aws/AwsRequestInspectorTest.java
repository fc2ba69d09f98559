package dev.stockade.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.Heads;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.aws.sigv4.SignatureVerifier;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.CredentialType;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Rule;
import org.junit.jupiter.api.Test;

class AwsRequestInspectorTest {
  private static final String DYNAMO = "dynamodb.eu-west-1.amazonaws.com";
  private static final String[] LIST = {"X-Amz-Target", "DynamoDB_20120810.ListTables"};

  private int verifiers;

  private final AwsRequestInspector check =
      new AwsRequestInspector(
          () -> {
            verifiers++;
            return new SignatureVerifier(new SigningKeys(), new SignedRequests(), null);
          });

  @Test
  void whatIsNeitherForAwsNorSignedForItIsNoBusinessOfOurs() {
    assertThat(of(Heads.of("GET", "example.com", "/"))).isNull();
    assertThat(of(Heads.of("GET", "site.s3-website-eu-west-1.amazonaws.com", "/"))).isNull();
    assertThat(of(Heads.of("CONNECT", DYNAMO + ":443", DYNAMO + ":443"))).isNull();
    assertThat(of(Heads.of("GET", null, "/"))).isNull();
    assertThat(of(Heads.of("GET", "example.com", "/", "Authorization", "Basic eA=="))).isNull();
    assertThat(verifiers).as("what only calls to AWS need").isZero();

    of(Heads.of("GET", DYNAMO, "/"));
    of(Heads.of("GET", DYNAMO, "/"));
    assertThat(verifiers).isEqualTo(1);
  }

  @Test
  void anUnsignedCallThatAwsRejectsIsMissingItsSignature() {
    AwsFacts facts = of(Heads.of("POST", DYNAMO + ":8443", "/", LIST));

    assertThat(facts.host()).isEqualTo(DYNAMO);
    assertThat(facts.service()).isEqualTo("dynamodb");
    assertThat(facts.region()).isEqualTo("eu-west-1");
    assertThat(facts.operation()).isEqualTo("ListTables");
    assertThat(facts.credential()).isEqualTo(CredentialType.NONE);
    assertThat(facts.signature()).isEqualTo(SignatureStatus.MISSING);
    assertThat(rules(facts)).containsExactly(Rule.AWS_UNSIGNED);
  }

  @Test
  void aMethodFromOutsideIsCutAndClean() {
    String method = "GET\u001b[31m" + new String(new char[9000]).replace('\0', 'X');

    assertThat(of(Heads.of(method, DYNAMO, "/", LIST)).method())
        .startsWith("GET?[31mXXX")
        .hasSizeLessThan(100);
  }

  @Test
  void withoutTlsIsSaidFirst() {
    RequestHead head = new RequestHead().begin(Transport.CLEARTEXT, "POST", "/", DYNAMO);
    head.header(LIST[0], LIST[1]);

    assertThat(rules(of(head))).containsExactly(Rule.AWS_CLEARTEXT, Rule.AWS_UNSIGNED);
  }

  @Test
  void whatTheClientDoesNotShowIsNotHeldAgainstIt() {
    RequestHead head =
        new RequestHead().begin(Transport.UNKNOWN, "GET", "/a", "b.s3.eu-west-1.amazonaws.com");

    assertThat(of(head).observations()).isEmpty();
  }

  @Test
  void aRevocationListIsReadWithoutTls() {
    assertThat(clear("GET", "/crl/0.crl").observations()).isEmpty();
    assertThat(clear("GET", "/crl/0.crl?x=y").observations()).isEmpty();
    assertThat(rules(clear("PUT", "/crl/0.crl"))).containsExactly(Rule.AWS_CLEARTEXT);
    assertThat(rules(clear("GET", "/crl/0.txt?a.crl"))).containsExactly(Rule.AWS_CLEARTEXT);
  }

  @Test
  void instanceMetadataWantsASessionToken() {
    String address = "169.254.169.254";

    assertThat(rules(of(Heads.of("GET", address, "/latest/meta-data/"))))
        .containsExactly(Rule.AWS_IMDS_V1);
    assertThat(
            of(Heads.of("GET", address, "/latest/meta-data/", "X-aws-ec2-metadata-token", "t"))
                .observations())
        .allMatch(seen -> seen.rule() == null);
    assertThat(of(Heads.of("PUT", address, "/latest/api/token")).observations()).isEmpty();
  }

  private AwsFacts clear(String method, String target) {
    return of(
        new RequestHead()
            .begin(Transport.CLEARTEXT, method, target, "b.s3.eu-west-1.amazonaws.com"));
  }

  private AwsFacts of(RequestHead head) {
    return check.of("test", head, 0);
  }

  private static Rule[] rules(AwsFacts facts) {
    return facts.observations().stream().map(seen -> seen.rule()).toArray(Rule[]::new);
  }
}
