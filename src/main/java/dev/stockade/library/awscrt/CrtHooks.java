package dev.stockade.library.awscrt;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of the AWS Common Runtime: its TLS contexts and its HTTP client. */
public final class CrtHooks implements HookSource {
  private static final int TLS = 0;
  private static final int HTTP = 1;

  private static final String CRT = "software/amazon/awssdk/crt/";
  private static final String FUTURE = ")Ljava/util/concurrent/CompletableFuture;";

  private final Enforcement enforcement;

  public CrtHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    String context = CRT + "io/TlsContext";
    String options = "(L" + context + "Options;)V";
    rows.add(TLS, AwsCrt.CONTEXT_OPTIONS, Hook.enter(context, "<init>", options, 0));
    rows.add(TLS, AwsCrt.CONTEXT_MADE, Hook.exit(context, "<init>", options, Hook.THIS, 0));
    String http = CRT + "http/";
    String connection = http + "HttpClientConnection";
    String http2 = http + "Http2ClientConnection";
    rows.add(
        HTTP,
        CrtClient.MAKE_REQUEST_2,
        Hook.enter(connection, "makeRequest", null, Hook.THIS, 0).parameters(2),
        Hook.enter(http2, "makeRequest", null, Hook.THIS, 0).parameters(2));
    rows.add(
        HTTP,
        CrtClient.MAKE_REQUEST_3,
        Hook.enter(connection, "makeRequest", null, Hook.THIS, 0).parameters(3).ifPresent(),
        Hook.enter(http2, "makeRequest", null, Hook.THIS, 0).parameters(3).ifPresent());
    String streams = http + "Http2StreamManager";
    String stream = "(L" + http + "HttpRequestBase;L" + http + "HttpStreamBaseResponseHandler;";
    rows.add(
        HTTP,
        CrtClient.ACQUIRE_STREAM_2,
        Hook.enter(streams, "acquireStream", stream + FUTURE, Hook.THIS, 0));
    rows.add(
        HTTP,
        CrtClient.ACQUIRE_STREAM_3,
        Hook.enter(streams, "acquireStream", stream + 'Z' + FUTURE, Hook.THIS, 0).ifPresent());
    String manager = http + "HttpClientConnectionManager";
    rows.add(
        HTTP,
        CrtClient.ACQUIRE_CONNECTION,
        Hook.returned(manager, "acquireConnection", '(' + FUTURE, Hook.THIS));
    rows.add(
        HTTP,
        CrtClient.CONNECTION_ACQUIRED,
        Hook.enter(connection, "onConnectionAcquired", null, 0));
    rows.add(
        HTTP,
        CrtClient.MAKE_META_REQUEST,
        Hook.enter(CRT + "s3/S3Client", "makeMetaRequest", null, 0));
  }

  @Override
  public HookHandler handler(int number) {
    switch (number) {
      case TLS:
        return new AwsCrt(enforcement.tls());
      case HTTP:
        return new CrtClient(enforcement.aws());
      default:
        throw new IllegalArgumentException("no handler has number " + number);
    }
  }
}
