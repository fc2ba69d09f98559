package dev.stockade.apps;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/**
 * The calls of {@link Soak}, and the servers of its own that they go to: {@link LoadServer} on
 * sockets, and the JDK's HTTPS server, which is on engines. The SDK retries nothing, so that no
 * failure is hidden.
 */
final class SoakCalls implements AutoCloseable {
  private static final byte[] BODY = "ok".getBytes(US_ASCII);

  private final GetItemRequest read =
      GetItemRequest.builder().tableName(AwsCall.TABLE).key(SdkV2Sync.item()).build();
  private final SdkHttpClient sync;
  private final SdkAsyncHttpClient async;
  private final ExecutorService serving = Executors.newFixedThreadPool(2);
  private final SSLServerSocket sockets;
  private final HttpsServer engines;

  SoakCalls(AppOptions options) throws Exception {
    sync = SdkV2Transport.sync("apache5");
    async = SdkV2Transport.async("netty");
    sockets = LoadServer.open(options);
    Thread acceptor =
        new Thread(
            () -> {
              try {
                LoadServer.accept(sockets);
              } catch (java.io.IOException e) {
                // The end.
              }
            },
            "load-server");
    acceptor.setDaemon(true);
    acceptor.start();
    engines = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    engines.setHttpsConfigurator(new HttpsConfigurator(options.serverContext()));
    engines.setExecutor(serving);
    engines.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, BODY.length);
          exchange.getResponseBody().write(BODY);
          exchange.close();
        });
    engines.start();
  }

  /** A full handshake between sockets of this JVM. */
  Callable<Void> handshake() throws Exception {
    return Load.work("handshake", "localhost:" + sockets.getLocalPort());
  }

  /** A request over a connection that is kept, answered by an engine of this JVM. */
  Callable<Void> request() throws Exception {
    return Load.work("request", "localhost:" + engines.getAddress().getPort());
  }

  Callable<Void> awsSync() {
    return reading(client("dynamodb-get"));
  }

  Callable<Void> awsUnsigned() {
    return reading(client("dynamodb-get@unsigned"));
  }

  private Callable<Void> reading(DynamoDbClient client) {
    return () -> item(client.getItem(read).hasItem());
  }

  private DynamoDbClient client(String text) {
    return configured(DynamoDbClient.builder(), new AwsCall(text)).httpClient(sync).build();
  }

  Callable<Void> awsAsync() {
    DynamoDbAsyncClient client =
        configured(DynamoDbAsyncClient.builder(), new AwsCall("dynamodb-get"))
            .httpClient(async)
            .build();
    return () -> item(client.getItem(read).get().hasItem());
  }

  private static <B extends AwsClientBuilder<B, ?>> B configured(B builder, AwsCall call) {
    return SdkV2Calls.configured(builder, call, call.endpoint("dynamodb"))
        .overrideConfiguration(all -> all.retryPolicy(RetryPolicy.none()));
  }

  private static Void item(boolean present) {
    if (!present) {
      throw new IllegalStateException("the server has the item");
    }
    return null;
  }

  /** A handshake with another server. What is weak is offered to it, too. */
  Callable<Void> visit(String target) {
    int colon = target.lastIndexOf(':');
    int port = Integer.parseInt(target.substring(colon + 1));
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return () -> {
      try (SSLSocket socket = (SSLSocket) factory.createSocket(target.substring(0, colon), port)) {
        socket.startHandshake();
        socket.getSession().invalidate();
      }
      return null;
    };
  }

  @Override
  public void close() {
    sync.close();
    async.close();
    engines.stop(0);
    serving.shutdownNow();
  }
}
