package dev.stockade.aws.operation;

import static dev.stockade.aws.operation.UnsignedCalls.Need.NONE;
import static dev.stockade.aws.operation.UnsignedCalls.Need.SIGNATURE;
import static dev.stockade.aws.operation.UnsignedCalls.Need.UNSURE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.endpoint.Endpoints;
import dev.stockade.aws.operation.UnsignedCalls.Need;
import dev.stockade.aws.request.Heads;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.aws.sigv4.authorization.SignatureLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests without an AWS signature. */
class UnsignedCallsTest {
  private static final String REGION = ".us-east-1.amazonaws.com";
  private static final String FORM = "application/x-www-form-urlencoded";

  @ParameterizedTest
  @CsvSource({
    "GET, b.s3, /k",
    "PUT, b.s3, /k",
    "GET, a.execute-api, /prod/x",
    "OPTIONS, dynamodb, /",
    "CONNECT, dynamodb, dynamodb.us-east-1.amazonaws.com:443",
    "POST, oidc, /token",
    "GET, portal.sso, /federation/credentials?role_name=r",
    "GET, cognito-idp, /us-east-1_x/.well-known/jwks.json",
    "GET, sns, /SimpleNotificationService-0123456789abcdef.pem",
    "GET, sns, /?Action=ConfirmSubscription&Token=t",
    "GET, sqs, /1/q?Action=ReceiveMessage",
    "POST, dataplane.rum, /appmonitors/1",
    "POST, logs, /v1/logs",
    "POST, monitoring, /v1/metrics",
    "POST, xray, /v1/traces",
    "GET, sts, /?Action=AssumeRoleWithWebIdentity",
  })
  void whatAwsAcceptsUnsignedNeedsNone(String method, String service, String target) {
    assertThat(need(method, service, target)).isEqualTo(NONE);
  }

  @Test
  void noAuthOperationsNeedNone() {
    assertThat(target("cognito-idp", "AWSCognitoIdentityProviderService.SignUp")).isEqualTo(NONE);
    assertThat(target("cognito-identity", "AWSCognitoIdentityService.GetId")).isEqualTo(NONE);
    assertThat(need("GET", "transcribestreaming", "/", "Upgrade", "websocket")).isEqualTo(NONE);
  }

  /** IAM Roles Anywhere's CreateSession is signed with the key of a certificate. */
  @ParameterizedTest
  @CsvSource({"AWS4-X509-RSA-SHA256", "AWS4-X509-ECDSA-SHA256"})
  void aCertificatesSignatureIsAnotherCredential(String algorithm) {
    String authorization =
        algorithm
            + " Credential=1234567890/20261124/us-east-1/rolesanywhere/aws4_request,"
            + " SignedHeaders=host;x-amz-date;x-amz-x509, Signature=aabb";
    RequestHead head =
        new RequestHead()
            .begin(Transport.TLS, "POST", "/sessions", "rolesanywhere" + REGION)
            .header("Authorization", authorization);

    assertThat(SignatureLocation.of(head)).isEqualTo(SignatureLocation.OTHER);
    assertThat(OtherCredentials.of(Endpoints.of("rolesanywhere" + REGION), head).isTaken())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ec2, /?Action=DescribeInstances",
    "POST, ec2, /?Action=DescribeInstances",
    "DELETE, lambda, /2015-03-31/functions/f",
    "GET, lambda, /2015-03-31/functions/",
    "GET, sts, /?Action=GetCallerIdentity",
  })
  void allElseOnAKnownApiNeedsASignature(String method, String service, String target) {
    assertThat(need(method, service, target, "Content-Type", "application/json"))
        .isEqualTo(SIGNATURE);
  }

  @Test
  void operationsOfJsonServicesNeedASignature() {
    assertThat(target("dynamodb", "DynamoDB_20120810.GetItem")).isEqualTo(SIGNATURE);
    assertThat(target("cognito-idp", "AWSCognitoIdentityProviderService.AdminGetUser"))
        .isEqualTo(SIGNATURE);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, dynamodb, /",
    "GET, ec2, /doc/2016-11-15/",
    "GET, not-yet-announced, /?Action=DescribeThings",
    "POST, sns, /?Action=Publish",
    "POST, sts, /",
    "POST, sdb, /?Action=Select",
    "POST, cognito-idp, /",
  })
  void whatIsNotKnownWellEnoughIsUnsure(String method, String service, String target) {
    assertThat(need(method, service, target)).isEqualTo(UNSURE);
  }

  @Test
  void aFormThatIsNotSeenMayHoldTheProof() {
    RequestHead head = Heads.of("POST", "ec2" + REGION, "/", "Content-Type", FORM);
    Endpoint ec2 = Endpoints.of("ec2" + REGION);

    assertThat(UnsignedCalls.of(ec2, head, null)).isEqualTo(UNSURE);
    head.body("Action=DescribeInstances".getBytes(US_ASCII));
    assertThat(UnsignedCalls.of(ec2, head, "DescribeInstances")).isEqualTo(SIGNATURE);
    head.body(new byte[1 << 20]);
    assertThat(UnsignedCalls.of(ec2, head, "DescribeInstances")).isEqualTo(UNSURE);
  }

  @Test
  void aHostThatIsNotOfAwsIsUnsure() {
    assertThat(UnsignedCalls.of(null, Heads.of("GET", "x", "/"), null)).isEqualTo(UNSURE);
  }

  private static Need target(String service, String target) {
    return need("POST", service, "/", "X-Amz-Target", target);
  }

  private static Need need(String method, String service, String target, String... headers) {
    RequestHead head = Heads.of(method, service + REGION, target, headers);
    Endpoint endpoint = Endpoints.of(service + REGION);
    return UnsignedCalls.of(endpoint, head, Operations.name(endpoint, head));
  }
}
