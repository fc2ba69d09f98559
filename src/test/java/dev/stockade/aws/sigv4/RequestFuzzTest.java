package dev.stockade.aws.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stockade.aws.AwsRequestInspector;
import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.endpoint.Endpoints;
import dev.stockade.aws.operation.Operations;
import dev.stockade.aws.operation.UnsignedCalls;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.SignatureStatus;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any request is looked at to its end, without an exception and without telling its secrets. */
class RequestFuzzTest {
  private static final SignatureVerifier VERIFIER = SignedSamples.verifier();
  private static final AwsRequestInspector CHECK = new AwsRequestInspector(() -> VERIFIER);
  private static final List<WireRequest> SAMPLES = SignedSamples.all();

  static Stream<byte[]> requests() {
    Stream<String> others =
        Stream.of(
            "GET /?AWSAccessKeyId=AKIA&Signature=a%2Bb&Expires=1\nHost: b.s3.amazonaws.com\n",
            "GET /\nHost: sqs.us-east-1.amazonaws.com\nAuthorization: AWS AKIA:c2ln\n",
"""
POST /
Host: sts.amazonaws.com
Content-Type: application/x-www-form-urlencoded

Action=AssumeRoleWithWebIdentity&WebIdentityToken=x""",
            "POST /service/Foo/operation/Bar\nHost: monitoring.us-east-1.amazonaws.com:443\n",
            "GET http://169.254.169.254/latest/\nHost: 169.254.169.254\n",
            "GET http://[fd00:ec2::254]:80/\nHost: [fd00:ec2::254]:80\n",
            "GET /bucket/../a//b?x=1&&=y&z\nHost: vpce-1-2.s3.us-east-1.vpce.amazonaws.com\n"
                + "Date: Tue, 24 Nov 2026 00:00:00 GMT\n"
                + "Authorization: AWS4-HMAC-SHA256 Credential=A/20261124/us-east-1/s3/aws4_request"
                + " SignedHeaders=host;date Signature=00\n");
    WireRequest withoutRegion =
        SAMPLES.get(4).without("X-Amz-Region-Set").with("Host", host -> "iam.amazonaws.com");
    Stream<WireRequest> signed = Stream.concat(SAMPLES.stream(), Stream.of(withoutRegion));
    return Stream.concat(signed.map(RequestFuzzTest::text), others)
        .map(text -> text.getBytes(ISO_8859_1));
  }

  @MethodSource("requests")
  @DictionaryEntries({
    "Credential=",
    "SignedHeaders=",
    "Signature=",
    "/aws4_request",
    "X-Amz-Signature=",
    "X-Amz-Credential=",
    "AWS4-HMAC-SHA256",
    "AWS4-ECDSA-P256-SHA256",
    "AWS3-HTTPS",
    ":authority",
    "Transfer-Encoding: chunked",
    "Content-Length: ",
    ".amazonaws.com",
    ".api.aws",
    "%2F",
    "%3B",
    "/../",
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    "x-amz-region-set: ",
    "/operation/",
    "/service/"
  })
  @FuzzTest(maxDuration = "3s")
  void anyRequest(byte[] bytes) {
    RequestHead head = head(new String(bytes, ISO_8859_1));
    Endpoint endpoint = Endpoints.of(head.authority());
    VerificationResult verification = VERIFIER.verify(head, endpoint, SignedSamples.NOW);
    // The sentence of a look that ended with an exception.
    assertThat(verification.diagnosis()).isNotEqualTo("it could not be looked at");
    Secrecy.check(head, verification);

    AwsFacts facts = CHECK.of("fuzz", head, SignedSamples.NOW);
    if (facts != null) {
      Secrecy.check(head, List.of(), facts.observations());
    }
    String operation = Operations.name(endpoint, head);
    assertThat(operation == null || operation.matches("[A-Za-z0-9]{1,64}")).isTrue();
    if (endpoint != null) {
      assertThat(UnsignedCalls.of(endpoint, head, operation)).isNotNull();
    }

    // Nothing of it stays behind in what the thread uses again.
    WireRequest sample = SAMPLES.get(bytes.length % SAMPLES.size());
    assertThat(VERIFIER.verify(sample.head(), null, SignedSamples.NOW).signature())
        .isEqualTo(SignatureStatus.VALID);
  }

  /** Method and target, headers, after an empty line the body. */
  private static RequestHead head(String text) {
    int end = text.indexOf("\n\n");
    String[] lines = (end < 0 ? text : text.substring(0, end)).split("\n");
    String[] words = (lines.length == 0 ? "" : lines[0]).split(" ", 2);
    String target = words.length < 2 ? null : words[1];
    RequestHead head = new RequestHead().begin(Transport.TLS, words[0], target, null);
    Arrays.stream(lines)
        .skip(1)
        .map(line -> line.split(":", 2))
        .forEach(header -> head.header(header[0], header.length < 2 ? "" : header[1].trim()));
    return head.body(end < 0 ? null : text.substring(end + 2).getBytes(ISO_8859_1));
  }

  private static String text(WireRequest request) {
    return request.headers().stream()
        .map(header -> header.name() + ": " + header.value())
        .collect(
            Collectors.joining(
                "\n",
                request.method() + " " + request.target() + "\n",
                "\n\n" + new String(request.body(), ISO_8859_1)));
  }
}
