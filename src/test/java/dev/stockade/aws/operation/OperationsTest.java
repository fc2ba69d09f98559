package dev.stockade.aws.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.endpoint.Endpoints;
import dev.stockade.aws.request.Heads;
import dev.stockade.aws.request.RequestHead;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which operation a request calls. */
class OperationsTest {
  private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
  private static final String DYNAMODB = "dynamodb.us-east-1.amazonaws.com";

  @ParameterizedTest
  @CsvSource({
    "GET, /, ListBuckets",
    "HEAD, /b, HeadBucket",
    "PUT, /b/, CreateBucket",
    "DELETE, /b, DeleteBucket",
    "GET, /b?location, GetBucketLocation",
    "GET, /b?prefix=acl, ListObjects",
    "GET, /b/?list-type=2&prefix=x, ListObjectsV2",
    "GET, /b?versions&max-keys=1, ListObjectVersions",
    "GET, /b?inventory&id=1, GetBucketInventoryConfiguration",
    "GET, /b?inventory, ListBucketInventoryConfigurations",
    "POST, /b?delete, DeleteObjects",
    "GET, /b?session, CreateSession",
    "GET, /b/k, GetObject",
    "GET, /b/k?x-id=GetObject&partNumber=1, GetObject",
    "GET, /b/k/acl?versionId=1, GetObject",
    "GET, /b/k?acl=, GetObjectAcl",
    "GET, /b/k?uploadId=u, ListParts",
    "HEAD, /b/k/, HeadObject",
    "PUT, /b/k, PutObject",
    "PUT, /b/k?uploadId=u&partNumber=1, UploadPart",
    "POST, /b/k?uploads, CreateMultipartUpload",
    "POST, /b/k?uploadId=u, CompleteMultipartUpload",
    "DELETE, /b/k?uploadId=u, AbortMultipartUpload",
    "DELETE, /b/k, DeleteObject",
    "GET, http://s3.us-east-1.amazonaws.com/b/k?tagging, GetObjectTagging",
  })
  void s3OperationsAreToldByMethodPathAndSubresource(String method, String target, String name) {
    assertThat(name(method, "s3.us-east-1.amazonaws.com", target)).isEqualTo(name);
    if (target.startsWith("/b")) {
      String inHost = target.substring(2);
      assertThat(
              name(
                  method,
                  "b.s3.us-east-1.amazonaws.com",
                  inHost.startsWith("/") ? inHost : "/" + inHost))
          .isEqualTo(name);
    }
  }

  @Test
  void copiesAreToldByTheirHeader() {
    String host = "b.s3.us-east-1.amazonaws.com";

    assertThat(name("PUT", host, "/k", "x-amz-copy-source", "/b/k")).isEqualTo("CopyObject");
    assertThat(name("PUT", host, "/k?partNumber=1&uploadId=u", "X-Amz-Copy-Source", "/b/k"))
        .isEqualTo("UploadPartCopy");
  }

  @Test
  void theRestOfTheS3FamilyHasItsOwnOperations() {
    assertThat(name("GET", "1.s3-control.us-east-1.amazonaws.com", "/v20180820/jobs")).isNull();
    assertThat(name("GET", "s3express-control.us-east-1.amazonaws.com", "/"))
        .isEqualTo("ListDirectoryBuckets");
    assertThat(
            name("POST", "r.s3-object-lambda.us-east-1.amazonaws.com", "/WriteGetObjectResponse"))
        .isEqualTo("WriteGetObjectResponse");
  }

  @ParameterizedTest
  @CsvSource({
    "lambda, POST, /2015-03-31/functions/f/invocations?Qualifier=1, Invoke",
    "bedrock-runtime, POST, /model/anthropic.claude%3A0/converse, Converse",
    "bedrock-runtime, POST, /model/m/invoke-with-response-stream, InvokeModelWithResponseStream",
    "oidc, POST, /token, CreateToken",
    "monitoring, POST, /service/GraniteServiceVersion20100801/operation/PutMetricData, PutMetricData",
    "sts, GET, /?Version=2011-06-15&Action=GetCallerIdentity, GetCallerIdentity",
    "sts, GET, /?%41ction=Get%43allerIdentity, GetCallerIdentity",
  })
  void othersAreToldByPathOrAction(String service, String method, String target, String name) {
    assertThat(name(method, service + ".us-east-1.amazonaws.com", target)).isEqualTo(name);
  }

  @Test
  void targetAndFormTellIt() {
    assertThat(name("POST", DYNAMODB, "/", "X-Amz-Target", "DynamoDB_20120810.GetItem"))
        .isEqualTo("GetItem");
    RequestHead form = Heads.of("POST", "sts.amazonaws.com", "/", "Content-Type", FORM);
    assertThat(Operations.name(Endpoints.of("sts.amazonaws.com"), form)).isNull();
    form.body("Version=2011-06-15&Action=AssumeRole&RoleArn=x".getBytes(US_ASCII));
    assertThat(Operations.name(Endpoints.of("sts.amazonaws.com"), form)).isEqualTo("AssumeRole");
  }

  @Test
  void whatIsNotKnownHasNoName() {
    assertThat(name("POST", "lambda.us-east-1.amazonaws.com", "/2015-03-31/functions//invocations"))
        .isNull();
    assertThat(name("GET", "a.execute-api.us-east-1.amazonaws.com", "/?Action=Mine")).isNull();
    assertThat(name("GET", "169.254.169.254", "/latest/meta-data")).isNull();
    assertThat(Operations.name(null, Heads.of("GET", "x", "/"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "A.", "A.B C", "A.B\nC", "A.Get\u00e9", "A.B%41", "A.<script>", "\u212a"})
  void aTargetThatIsNoWordIsNoName(String target) {
    assertThat(name("POST", DYNAMODB, "/", "X-Amz-Target", target)).isNull();
    assertThat(name("POST", DYNAMODB, "/", "X-Amz-Target", "A." + "a".repeat(65))).isNull();
  }

  @Test
  void whateverARequestHoldsANameIsShortAndPlain() {
    Random random = new Random(7);
    String alphabet = "/?&=%4AzZ.:-#\u0000\u00ff{}Action=x&operation/service/acl";
    String[] hosts = {
      "s3.amazonaws.com",
      "b.s3.amazonaws.com",
      "sts.amazonaws.com",
      "bedrock.us-east-1.amazonaws.com",
      "s3express-control.us-east-1.amazonaws.com",
      "new.us-east-1.amazonaws.com",
      DYNAMODB
    };
    String[] methods = {"GET", "PUT", "POST", "DELETE", "HEAD", "", "\n"};
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "/" : "");
      for (int n = random.nextInt(24); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String host = hosts[random.nextInt(hosts.length)];
      String method = methods[random.nextInt(methods.length)];
      RequestHead head =
          Heads.of(
                  method,
                  host,
                  text.toString(),
                  "X-Amz-Target",
                  text.toString(),
                  "Content-Type",
                  FORM)
              .body(text.toString().getBytes(US_ASCII));
      Endpoint endpoint = Endpoints.of(host);

      String name = Operations.name(endpoint, head);

      assertThat(name == null || name.matches("[A-Za-z0-9]{1,64}")).as(host + text).isTrue();
      assertThat(UnsignedCalls.of(endpoint, head, name)).isNotNull();
    }
  }

  private static String name(String method, String host, String target, String... headers) {
    return Operations.name(Endpoints.of(host), Heads.of(method, host, target, headers));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GetItem",
        ".GetItem",
        "https://x.example/?token=a.GetItem",
        "DynamoDB_20120810.\u001b[31mGetItem",
        "Dynamo DB.GetItem",
        "DynamoDB_20120810.4711",
        "DynamoDB_20120810.",
        "DynamoDB_20120810\n.GetItem",
      })
  void onlyAWellFormedTargetNamesAnOperation(String target) {
    RequestHead head = Heads.of("POST", DYNAMODB, "/", "X-Amz-Target", target);

    assertThat(Operations.name(Endpoints.of(DYNAMODB), head)).isNull();
  }

  @Test
  void aServiceOfATargetMayHaveDots() {
    String target = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents";
    RequestHead head = Heads.of("POST", DYNAMODB, "/", "X-Amz-Target", target);

    assertThat(Operations.name(Endpoints.of(DYNAMODB), head)).isEqualTo("LookupEvents");
  }
}
