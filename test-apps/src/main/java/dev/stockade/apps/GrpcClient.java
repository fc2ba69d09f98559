package dev.stockade.apps;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.stub.ClientCalls;
import java.io.File;
import java.util.concurrent.TimeUnit;

/** Calls gRPC servers, trusting the certificate {@code app.trusted}. */
public final class GrpcClient {
  private static final int PATIENCE_SECONDS = 30;

  private GrpcClient() {}

  public static void main(String[] targets) throws Exception {
    SslContext tls =
        GrpcGreeter.tls(
            SslContextBuilder.forClient()
                .trustManager(new File(System.getProperty("app.trusted"))));
    for (String target : targets) {
      Outcome.reportCauses(target, () -> greeting(tls, target));
    }
  }

  private static String greeting(SslContext tls, String target) {
    ManagedChannel channel = NettyChannelBuilder.forTarget(target).sslContext(tls).build();
    try {
      return ClientCalls.blockingUnaryCall(
          channel,
          GrpcGreeter.GREET,
          CallOptions.DEFAULT.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS),
          "world");
    } finally {
      channel.shutdownNow();
    }
  }
}
