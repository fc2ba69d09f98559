package dev.stockade.apps;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;

/**
 * What the Netty programs read of {@code -Dapp.…} properties: {@code app.provider}, OPENSSL or JDK;
 * {@code app.protocols}, {@code app.suites}, {@code app.alpn} and {@code app.client-auth} as {@link
 * AppOptions} has them; {@code app.keystore} also of a client.
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
    if (Alpn.protocols() != null) {
      builder.applicationProtocolConfig(
          new ApplicationProtocolConfig(
              ApplicationProtocolConfig.Protocol.ALPN,
              ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
              ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
              Alpn.protocols()));
    }
    if ("want".equals(System.getProperty("app.client-auth"))) {
      builder.clientAuth(ClientAuth.OPTIONAL);
    }
    return builder;
  }

  /** The keys of either side. */
  static KeyManagerFactory keys() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(ServerKeys.store(), ServerKeys.password());
    return keys;
  }
}
