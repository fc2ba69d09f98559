package dev.stockade.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * What the gRPC server and its client agree on: one call that takes a name and gives a greeting.
 */
final class GrpcGreeter {
  static final String SERVICE = "stockade.Greeter";

  static final MethodDescriptor<String, String> GREET =
      MethodDescriptor.<String, String>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, "Greet"))
          .setRequestMarshaller(new Text())
          .setResponseMarshaller(new Text())
          .build();

  private GrpcGreeter() {}

  /**
   * gRPC's own OpenSSL, or another {@code app.provider}; limited to {@code app.protocols} and
   * {@code app.suites} when given.
   */
  static SslContext tls(SslContextBuilder builder) throws IOException {
    GrpcSslContexts.configure(
        builder, SslProvider.valueOf(System.getProperty("app.provider", "OPENSSL")));
    String protocols = System.getProperty("app.protocols");
    if (protocols != null) {
      builder.protocols(protocols.split(",", -1));
    }
    String suites = System.getProperty("app.suites");
    if (suites != null) {
      builder.ciphers(Arrays.asList(suites.split(",", -1)));
    }
    return builder.build();
  }

  private static final class Text implements MethodDescriptor.Marshaller<String> {
    @Override
    public InputStream stream(String text) {
      return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @Override
    public String parse(InputStream in) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        for (int c = in.read(); c >= 0; c = in.read()) {
          bytes.write(c);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new String(bytes.toByteArray(), UTF_8);
    }
  }
}
