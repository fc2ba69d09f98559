package dev.stockade.apps;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * AWS SDK for Java 2: arguments are a transport and then {@link AwsCall}s, made one by one, and
 * {@code wait} for a line on standard input.
 */
public final class SdkV2Calls {
  private SdkV2Calls() {}

  public static void main(String[] arguments) throws Exception {
    AwsCall.prepare();
    String transport = arguments[0];
    SdkAsyncHttpClient async =
        SdkV2Transport.isAsync(transport) ? SdkV2Transport.async(transport) : null;
    SdkHttpClient sync = async == null ? SdkV2Transport.sync(transport) : null;
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i].equals("wait")) {
        StandardInput.awaitLineInClient();
        continue;
      }
      AwsCall call = new AwsCall(arguments[i]);
      SdkV2Tampering tampering = new SdkV2Tampering(call);
      Outcome.reportCauses(
          call.toString(),
          () ->
              call.operation().startsWith("presigned-")
                  ? SdkV2Presigned.call(call)
                  : async == null
                      ? SdkV2Sync.call(call, tampering.before(sync))
                      : SdkV2Async.call(call, tampering.before(async)));
    }
    (async == null ? sync : async).close();
  }

  /** What is common to all clients. */
  static <B extends AwsClientBuilder<B, ?>> B configured(B builder, AwsCall call, URI endpoint) {
    return builder
        .region(Region.of(AwsCall.REGION))
        .endpointOverride(endpoint)
        .credentialsProvider(credentials(call));
  }

  static AwsCredentialsProvider credentials(AwsCall call) {
    if (call.is("unsigned")) {
      return AnonymousCredentialsProvider.create();
    }
    return StaticCredentialsProvider.create(
        call.sessionToken() == null
            ? AwsBasicCredentials.create(call.accessKey(), call.secretKey())
            : AwsSessionCredentials.create(
                call.accessKey(), call.secretKey(), call.sessionToken()));
  }
}
