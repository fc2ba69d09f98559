package dev.stockade.apps;

import static dev.stockade.apps.AwsCall.BUCKET;

import java.net.URL;
import java.time.Duration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigned URLs, used through HttpURLConnection as somebody would who has no SDK. */
final class SdkV2Presigned {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private SdkV2Presigned() {}

  static Object call(AwsCall call) throws Exception {
    try (S3Presigner presigner =
        S3Presigner.builder()
            .region(Region.of(AwsCall.REGION))
            .endpointOverride(call.endpoint("s3"))
            .credentialsProvider(SdkV2Calls.credentials(call))
            .build()) {
      switch (call.operation()) {
        case "presigned-get":
          URL get =
              presigner
                  .presignGetObject(
                      presign ->
                          presign
                              .signatureDuration(LIFE)
                              .getObjectRequest(it -> it.bucket(BUCKET).key(call.key())))
                  .url();
          return AwsUrlCalls.send("GET", Tampering.url(call, get), null);
        case "presigned-put":
          URL put =
              presigner
                  .presignPutObject(
                      presign ->
                          presign
                              .signatureDuration(LIFE)
                              .putObjectRequest(it -> it.bucket(BUCKET).key(call.key())))
                  .url();
          return AwsUrlCalls.send("PUT", Tampering.url(call, put), "hello");
        default:
          throw new IllegalArgumentException(call.toString());
      }
    }
  }
}
