package dev.stockade.apps;

import static software.amazon.awssdk.http.SdkHttpConfigurationOption.PROTOCOL;
import static software.amazon.awssdk.http.SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES;

import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.ProxyConfiguration;
import software.amazon.awssdk.utils.AttributeMap;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The HTTP clients of the SDK by name. The library may be older or newer than the one that this was
 * compiled against, so those that it may lack are looked up.
 */
final class SdkV2Transport {
  private static final String SDK = "software.amazon.awssdk.http.";

  private SdkV2Transport() {}

  static boolean isAsync(String name) {
    return name.startsWith("netty")
        || name.equals("crt")
        || name.equals("crt-h2")
        || name.equals("akka");
  }

  static SdkHttpClient sync(String name) throws Exception {
    if (name.equals("own")) {
      return new SdkV2OwnClient();
    }
    String client = client(name);
    return ((SdkHttpClient.Builder<?>) builder(client)).buildWithDefaults(options(name));
  }

  static SdkAsyncHttpClient async(String name) throws Exception {
    String client = client(name);
    return ((SdkAsyncHttpClient.Builder<?>) builder(client)).buildWithDefaults(options(name));
  }

  private static String client(String name) {
    switch (name) {
      case "url-connection":
        return SDK + "urlconnection.UrlConnectionHttpClient";
      case "apache4":
        return SDK + "apache.ApacheHttpClient";
      case "apache5":
        return SDK + "apache5.Apache5HttpClient";
      case "netty":
      case "netty-h2":
        return SDK + "nio.netty.NettyNioAsyncHttpClient";
      case "crt-sync":
        return SDK + "crt.AwsCrtHttpClient";
      case "crt":
      case "crt-h2":
        return SDK + "crt.AwsCrtAsyncHttpClient";
      case "akka":
        return "com.github.matsluni.akkahttpspi.AkkaHttpClient";
      default:
        throw new IllegalArgumentException(name);
    }
  }

  /**
   * The native client knows neither the JVM's trust store nor its hosts file: it trusts all, and
   * asks the server itself, as its proxy, for the way to the endpoint.
   */
  private static SdkBuilder<?, ?> builder(String client) throws Exception {
    SdkBuilder<?, ?> builder =
        (SdkBuilder<?, ?>) Class.forName(client).getMethod("builder").invoke(null);
    if (client.startsWith(SDK + "crt.")) {
      ProxyConfiguration proxy =
          ProxyConfiguration.builder()
              .host("127.0.0.1")
              .port(Integer.getInteger("app.clear-port"))
              .build();
      Class.forName(client + "$Builder")
          .getMethod("proxyConfiguration", ProxyConfiguration.class)
          .invoke(builder, proxy);
    }
    return builder;
  }

  private static AttributeMap options(String name) {
    AttributeMap.Builder options = AttributeMap.builder();
    if (name.endsWith("-h2")) {
      options.put(PROTOCOL, Protocol.HTTP2);
    }
    if (name.startsWith("crt") || "anybody".equals(System.getProperty("app.trust"))) {
      options.put(TRUST_ALL_CERTIFICATES, true);
    }
    return options.build();
  }
}
