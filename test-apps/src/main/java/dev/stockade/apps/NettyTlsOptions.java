package dev.stockade.apps;

import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.util.Arrays;

/**
 * What the Netty programs read of {@code -Dapp.…} properties: {@code app.provider}, OPENSSL or JDK;
 * {@code app.protocols} and {@code app.suites} as {@link AppOptions} has them.
 */
final class NettyTlsOptions {
  private NettyTlsOptions() {}

  static SslContextBuilder configure(SslContextBuilder builder) {
    builder.sslProvider(SslProvider.valueOf(System.getProperty("app.provider", "OPENSSL")));
    String protocols = System.getProperty("app.protocols");
    if (protocols != null) {
      builder.protocols(protocols.split(",", -1));
    }
    String suites = System.getProperty("app.suites");
    if (suites != null) {
      builder.ciphers(Arrays.asList(suites.split(",", -1)));
    }
    return builder;
  }
}
