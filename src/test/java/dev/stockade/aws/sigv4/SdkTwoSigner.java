package dev.stockade.aws.sigv4;

import dev.stockade.aws.request.WireRequest;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signs random requests with the signer of AWS SDK 2. */
final class SdkTwoSigner {
  private static final List<SdkHttpMethod> METHODS =
      List.of(SdkHttpMethod.GET, SdkHttpMethod.PUT, SdkHttpMethod.POST, SdkHttpMethod.DELETE);

  private final String id;
  private final String secret;
  private final String service;
  private final Clock clock;

  SdkTwoSigner(String id, String secret, String service, Clock clock) {
    this.id = id;
    this.secret = secret;
    this.service = service;
    this.clock = clock;
  }

  WireRequest sign(RandomRequests random) {
    boolean s3 = service.startsWith("s3");
    boolean presign = random.chance(30);
    byte[] body = presign ? new byte[0] : random.body();
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(random.of(METHODS))
            .protocol("https")
            .host(service + ".eu-central-1.amazonaws.com")
            .encodedPath(random.path(!s3))
            .putHeader("Content-Length", Integer.toString(body.length));
    if (random.chance(10)) {
      request.port(8443);
    }
    random.parameters(false).forEach(request::putRawQueryParameter);
    random.headers().forEach(request::putHeader);
    if (random.chance(10)) {
      request.appendHeader("x-repeated", "one").appendHeader("x-repeated", " two");
    }
    boolean signBody = random.chance(70);
    AwsCredentialsIdentity identity =
        id.startsWith("ASIA")
            ? AwsSessionCredentialsIdentity.create(id, secret, random.token())
            : AwsCredentialsIdentity.create(id, secret);
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                r -> {
                  r.identity(identity)
                      .request(request.build())
                      .payload(() -> new ByteArrayInputStream(body))
                      .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                      .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                      .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, !s3)
                      .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, !s3)
                      .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, signBody)
                      .putProperty(HttpSigner.SIGNING_CLOCK, clock);
                  if (presign) {
                    r.putProperty(
                            AwsV4FamilyHttpSigner.AUTH_LOCATION,
                            AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(
                            AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(15));
                  }
                });
    return wire(signed.request(), body);
  }

  private static WireRequest wire(SdkHttpRequest request, byte[] body) {
    List<WireRequest.Header> headers = new ArrayList<>();
    request
        .headers()
        .forEach(
            (name, values) ->
                values.forEach(value -> headers.add(new WireRequest.Header(name, value))));
    String query = request.encodedQueryParameters().map(text -> "?" + text).orElse("");
    return new WireRequest(request.method().name(), request.encodedPath() + query, headers, body);
  }
}
