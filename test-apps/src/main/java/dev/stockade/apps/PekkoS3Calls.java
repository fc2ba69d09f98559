package dev.stockade.apps;

import static dev.stockade.apps.AwsCall.BUCKET;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.connectors.s3.AccessStyle;
import org.apache.pekko.stream.connectors.s3.ApiVersion;
import org.apache.pekko.stream.connectors.s3.MemoryBufferType;
import org.apache.pekko.stream.connectors.s3.RetrySettings;
import org.apache.pekko.stream.connectors.s3.S3Attributes;
import org.apache.pekko.stream.connectors.s3.S3Settings;
import org.apache.pekko.stream.connectors.s3.javadsl.S3;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;
import software.amazon.awssdk.regions.Region;

/**
 * The S3 client of Pekko Connectors (once Alpakka), which signs by itself and sends with Pekko
 * HTTP: arguments are {@link AwsCall}s. Nothing can change a request between its signer and its
 * client; signed with another secret than the process has, it is as wrong.
 */
public final class PekkoS3Calls {
  private static final long PATIENCE_SECONDS = 10;

  private PekkoS3Calls() {}

  public static void main(String[] arguments) throws Exception {
    AwsCall.prepare();
    ActorSystem system = ActorSystem.create();
    for (String argument : arguments) {
      AwsCall call = new AwsCall(argument);
      Outcome.reportCauses(argument, () -> call(call, system));
    }
    system.terminate();
  }

  private static Object call(AwsCall call, ActorSystem system) throws Exception {
    return begin(call, system).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static CompletionStage<?> begin(AwsCall call, ActorSystem system) {
    Attributes settings = S3Attributes.settings(settings(call));
    switch (call.operation().split("-", -1)[1]) {
      case "get":
        return S3.getObject(BUCKET, call.key())
            .withAttributes(settings)
            .runWith(Sink.ignore(), system);
      case "put":
        ByteString body = ByteString.fromString("hello");
        return S3.putObject(BUCKET, call.key(), Source.single(body), body.size())
            .withAttributes(settings)
            .runWith(Sink.head(), system);
      case "head":
        return S3.checkIfBucketExists(BUCKET, system, settings);
      default:
        throw new IllegalArgumentException(call.toString());
    }
  }

  private static S3Settings settings(AwsCall call) {
    return S3Settings.create(
            MemoryBufferType.getInstance(),
            SdkV2Calls.credentials(call),
            () -> Region.of(AwsCall.REGION),
            ApiVersion.getListBucketVersion2())
        .withEndpointUrl(call.endpoint("s3").toString())
        .withAccessStyle(AccessStyle.pathAccessStyle())
        .withSignAnonymousRequests(false)
        .withRetrySettings(RetrySettings.create(0, Duration.ZERO, Duration.ZERO, 0));
  }
}
