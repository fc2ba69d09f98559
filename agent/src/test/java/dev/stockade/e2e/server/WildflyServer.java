package dev.stockade.e2e.server;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Distribution;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** WildFly, on JBoss Modules and Undertow, with the base folder of its own standalone server. */
final class WildflyServer implements ApplicationServer {
  private static final String DISTRIBUTION = "org.wildfly:wildfly-dist:zip:39.0.1.Final";

  /** What the shipped standalone.xml says of its HTTPS listener, and what it is to say. */
  private static final Map<String, String> TLS =
      Map.of(
          "clear-text=\"password\"",
          "clear-text=\"" + Keys.PASSWORD + "\"",
          "type=\"JKS\"",
          "type=\"PKCS12\"",
          "path=\"application.keystore\" relative-to=\"jboss.server.config.dir\"",
          "path=\"" + Keys.keyStore() + "\"",
          " generate-self-signed-certificate-host=\"localhost\"",
          "",
          "name=\"applicationSSC\" key-manager=\"applicationKM\"",
          "name=\"applicationSSC\" key-manager=\"applicationKM\""
              + " protocols=\"TLSv1.3 TLSv1.2 TLSv1.1\" cipher-suite-filter=\"ALL\""
              + " cipher-suite-names=\"TLS_AES_128_GCM_SHA256\"");

  private final Path home = Distribution.unpacked(DISTRIBUTION);
  private final Path base =
      Distribution.copy(home.resolve("standalone"), Files.createTempDirectory("stockade-wildfly"));
  private final int port = Ports.free();

  WildflyServer() throws Exception {
    Path file = base.resolve("configuration/standalone.xml");
    String configuration = Files.readString(file);
    for (Map.Entry<String, String> change : TLS.entrySet()) {
      if (!configuration.contains(change.getKey())) {
        throw new IllegalStateException(file + " does not hold " + change.getKey());
      }
      configuration = configuration.replace(change.getKey(), change.getValue());
    }
    Files.writeString(file, configuration);
  }

  @Override
  public ChildJvm start(ChildJvm child) throws Exception {
    child
        .with("-Xmx512m", "-Djboss.modules.system.pkgs=org.jboss.byteman")
        .with("--add-opens=java.base/java.lang=ALL-UNNAMED")
        .with("-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"))
        .with("-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"))
        .launch(
            List.of("-jar", home.resolve("jboss-modules.jar").toString()),
            "-mp",
            home.resolve("modules").toString(),
            "org.jboss.as.standalone",
            "-Djboss.home.dir=" + home,
            "-Djboss.server.base.dir=" + base,
            "-Djboss.https.port=" + port,
            "-Djboss.http.port=" + Ports.free(),
            "-Djboss.management.http.port=" + Ports.free());
    child.awaitListener(port);
    return child;
  }

  @Override
  public int port() {
    return port;
  }
}
