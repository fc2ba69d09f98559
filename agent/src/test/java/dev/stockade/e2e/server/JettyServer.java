package dev.stockade.e2e.server;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Distribution;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Jetty's own distribution, with a base that has the module for HTTPS and nothing else. */
final class JettyServer implements ApplicationServer {
  /** Jetty leaves weak protocols and suites out by itself; this takes them in again. */
  private static final String WEAK =
      """
      <?xml version="1.0"?>
      <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/%s.dtd">
      <Configure id="sslContextFactory" class="org.eclipse.jetty.util.ssl.SslContextFactory$Server">
        <Set name="ExcludeProtocols"><Array type="String"/></Set>
        <Set name="ExcludeCipherSuites"><Array type="String"/></Set>
      </Configure>
      """;

  private final Path home;
  private final Path base = Files.createTempDirectory("stockade-jetty");
  private final List<String> keys;
  private final int port = Ports.free();

  private JettyServer(String version, String dtd, List<String> keys) throws Exception {
    home = Distribution.unpacked("org.eclipse.jetty:jetty-home:zip:" + version);
    Files.createDirectories(base.resolve("etc"));
    Files.writeString(base.resolve("etc/weak-ssl.xml"), WEAK.formatted(dtd));
    this.keys = keys;
  }

  static JettyServer of9() throws Exception {
    return new JettyServer(
        "9.4.57.v20241219",
        "configure_9_3",
        List.of(
            "jetty.sslContext.keyStoreAbsolutePath=" + Keys.keyStore(),
            "jetty.sslContext.trustStoreAbsolutePath=" + Keys.keyStore(),
            "jetty.sslContext.trustStorePassword=" + Keys.PASSWORD));
  }

  static JettyServer of12() throws Exception {
    return new JettyServer(
        "12.0.16", "configure_10_0", List.of("jetty.sslContext.keyStorePath=" + Keys.keyStore()));
  }

  @Override
  public ChildJvm start(ChildJvm child) throws Exception {
    child.launch(
        List.of("-jar", home.resolve("start.jar").toString(), "jetty.base=" + base),
        Stream.concat(
                Stream.of(
                    "--module=https",
                    "jetty.ssl.host=127.0.0.1",
                    "jetty.ssl.port=" + port,
                    "jetty.sslContext.keyStoreType=PKCS12",
                    "jetty.sslContext.keyStorePassword=" + Keys.PASSWORD,
                    "jetty.sslContext.keyManagerPassword=" + Keys.PASSWORD,
                    "etc/weak-ssl.xml"),
                keys.stream())
            .toArray(String[]::new));
    child.awaitListener(port);
    return child;
  }

  @Override
  public int port() {
    return port;
  }
}
