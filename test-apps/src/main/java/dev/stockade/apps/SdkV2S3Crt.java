package dev.stockade.apps;

import static dev.stockade.apps.AwsCall.BUCKET;

import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.crt.S3CrtHttpConfiguration;

/**
 * The S3 client of AWS SDK for Java 2 that signs and sends in native code: arguments are {@link
 * AwsCall}s, {@code s3-get} or {@code s3-put}. It reaches the server as {@link SdkV2Transport}'s
 * native clients do.
 */
public final class SdkV2S3Crt {
  private SdkV2S3Crt() {}

  public static void main(String[] arguments) throws Exception {
    AwsCall.prepare();
    for (String argument : arguments) {
      AwsCall call = new AwsCall(argument);
      Outcome.reportCauses(argument, () -> call(call));
    }
  }

  private static Object call(AwsCall call) throws Exception {
    int proxy = Integer.getInteger("app.clear-port");
    S3CrtHttpConfiguration http =
        S3CrtHttpConfiguration.builder()
            .proxyConfiguration(way -> way.scheme("http").host("127.0.0.1").port(proxy))
            .trustAllCertificatesEnabled(true)
            .build();
    try (S3AsyncClient s3 =
        S3AsyncClient.crtBuilder()
            .region(Region.of(AwsCall.REGION))
            .endpointOverride(call.endpoint("s3"))
            .credentialsProvider(SdkV2Calls.credentials(call))
            .httpConfiguration(http)
            .build()) {
      return call.operation().equals("s3-put")
          ? s3.putObject(
                  put -> put.bucket(BUCKET).key(call.key()), AsyncRequestBody.fromString("hello"))
              .get()
          : s3.getObject(
                  get -> get.bucket(BUCKET).key(call.key()), AsyncResponseTransformer.toBytes())
              .get();
    }
  }
}
