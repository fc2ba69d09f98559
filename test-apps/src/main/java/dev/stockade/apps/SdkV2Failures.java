package dev.stockade.apps;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/**
 * Complains on standard error when one attempt is said to have failed for two reasons: the SDK
 * tries again at the first, and takes the second for the new attempt's.
 */
final class SdkV2Failures implements SdkAsyncHttpResponseHandler {
  private final SdkAsyncHttpResponseHandler handler;
  private Throwable first;

  SdkV2Failures(SdkAsyncHttpResponseHandler handler) {
    this.handler = handler;
  }

  @Override
  public void onHeaders(SdkHttpResponse headers) {
    handler.onHeaders(headers);
  }

  @Override
  public void onStream(Publisher<ByteBuffer> stream) {
    handler.onStream(stream);
  }

  @Override
  public synchronized void onError(Throwable failure) {
    if (first == null) {
      first = failure;
    } else if (!Objects.equals(first.getMessage(), failure.getMessage())) {
      System.err.println("second failure: " + failure + " after " + first);
    }
    handler.onError(failure);
  }
}
