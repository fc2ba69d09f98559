package dev.stockade.apps;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/**
 * Stands between the SDK and its HTTP client, where everything is signed, and changes a request.
 */
final class SdkV2Tampering {
  private final AwsCall call;

  SdkV2Tampering(AwsCall call) {
    this.call = call;
  }

  /** Does not close what it wraps: that is the program's. */
  SdkHttpClient before(SdkHttpClient client) {
    return new SdkHttpClient() {
      @Override
      public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return client.prepareRequest(
            HttpExecuteRequest.builder()
                .request(tampered(request.httpRequest()))
                .contentStreamProvider(request.contentStreamProvider().orElse(null))
                .metricCollector(request.metricCollector().orElse(null))
                .build());
      }

      @Override
      public void close() {}
    };
  }

  /** Does not close what it wraps: that is the program's. */
  SdkAsyncHttpClient before(SdkAsyncHttpClient client) {
    return new SdkAsyncHttpClient() {
      @Override
      public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        return client.execute(
            AsyncExecuteRequest.builder()
                .request(tampered(request.request()))
                .requestContentPublisher(request.requestContentPublisher())
                .responseHandler(new SdkV2Failures(request.responseHandler()))
                .fullDuplex(request.fullDuplex())
                .metricCollector(request.metricCollector().orElse(null))
                .build());
      }

      @Override
      public void close() {}
    };
  }

  private SdkHttpRequest tampered(SdkHttpRequest request) {
    SdkHttpRequest.Builder changed = request.toBuilder();
    if (call.is("header")) {
      changed.putHeader("amz-sdk-invocation-id", "00000000-0000-0000-0000-000000000000");
    }
    if (call.is("path")) {
      changed.encodedPath(request.encodedPath() + "x");
    }
    if (call.is("query")) {
      changed.putRawQueryParameter("tampered", "1");
    }
    if (call.is("payload-hash")) {
      changed.putHeader("x-amz-content-sha256", Tampering.OTHER_HASH);
    }
    if (call.is("signature")) {
      changed.putHeader(
          "Authorization",
          Tampering.otherSignature(request.firstMatchingHeader("Authorization").get()));
    }
    if (call.is("trace")) {
      changed.putHeader("traceparent", Tampering.TRACE);
    }
    return changed.build();
  }
}
