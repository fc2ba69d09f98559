package dev.stockade.apps;

import com.amazonaws.AmazonServiceException;
import io.minio.errors.ErrorResponseException;
import java.util.concurrent.Callable;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * S3 calls to a server that verifies signatures: arguments are a client ({@code v1}, {@code v2},
 * {@code minio}), then {@link AwsCall}s. Each prints the call and the status that the server gave.
 */
public final class S3JudgeCalls {
  private static final int OK = 200;

  private S3JudgeCalls() {}

  public static void main(String[] arguments) throws Exception {
    AwsCall.prepare();
    for (int i = 1; i < arguments.length; i++) {
      AwsCall call = new AwsCall(arguments[i]);
      Outcome.say(call + " " + status(arguments[0], call));
    }
  }

  private static Object status(String client, AwsCall call) {
    try {
      switch (client) {
        case "v1":
          return V1.status(() -> SdkV1Calls.call(call));
        case "v2":
          return V2.status(call);
        case "minio":
          return Minio.status(() -> MinioCalls.call(call));
        default:
          throw new IllegalArgumentException(client);
      }
    } catch (Exception e) {
      return Outcome.failed(e);
    }
  }

  /** Each client in a class of its own, since the others are not on the class path. */
  private static final class V1 {
    static int status(Callable<?> call) throws Exception {
      try {
        call.call();
        return OK;
      } catch (AmazonServiceException e) {
        return e.getStatusCode();
      }
    }
  }

  private static final class V2 {
    static int status(AwsCall call) throws Exception {
      try (SdkHttpClient http = SdkV2Transport.sync("url-connection")) {
        SdkV2Sync.call(call, new SdkV2Tampering(call).before(http));
        return OK;
      } catch (SdkServiceException e) {
        return e.statusCode();
      }
    }
  }

  private static final class Minio {
    static int status(Callable<?> call) throws Exception {
      try {
        call.call();
        return OK;
      } catch (ErrorResponseException e) {
        return e.response().code();
      }
    }
  }
}
