package dev.stockade.apps;

import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.stub.ServerCalls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.net.ssl.KeyManagerFactory;

/** A gRPC server on gRPC's own copy of Netty, at {@code app.port}; a signal ends it. */
public final class GrpcServer {
  private GrpcServer() {}

  public static void main(String[] none) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(ServerKeys.store(), ServerKeys.password());
    Server server =
        NettyServerBuilder.forAddress(
                new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), Integer.getInteger("app.port")))
            .sslContext(GrpcGreeter.tls(SslContextBuilder.forServer(keys)))
            .addService(greeter())
            .build()
            .start();
    server.awaitTermination();
  }

  private static ServerServiceDefinition greeter() {
    return ServerServiceDefinition.builder(GrpcGreeter.SERVICE)
        .addMethod(
            GrpcGreeter.GREET,
            ServerCalls.asyncUnaryCall(
                (name, answer) -> {
                  answer.onNext("hello " + name);
                  answer.onCompleted();
                }))
        .build();
  }
}
