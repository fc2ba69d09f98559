package dev.stockade.e2e.server;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Distribution;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Apache Felix, an OSGi framework, started by its own launcher: the web server is a bundle, whose
 * loader delegates packages of the JDK by name alone.
 */
final class FelixServer implements ApplicationServer {
  private static final List<String> BUNDLES =
      List.of(
          "org.apache.felix:org.apache.felix.http.jetty:5.1.28",
          "org.apache.felix:org.apache.felix.http.servlet-api:2.1.0",
          "org.slf4j:slf4j-api:1.7.36",
          "org.slf4j:slf4j-simple:1.7.36");

  private final Path folder = Files.createTempDirectory("stockade-felix");
  private final int port = Ports.free();

  FelixServer() throws Exception {
    Path bundles = Files.createDirectories(folder.resolve("bundle"));
    for (String bundle : BUNDLES) {
      Path file = Distribution.file(bundle);
      Files.copy(file, bundles.resolve(file.getFileName()));
    }
    Files.createDirectories(folder.resolve("conf"));
    Files.writeString(folder.resolve("conf/config.properties"), configuration());
  }

  /** An empty list of exclusions would mean the default one, so each excludes what nobody has. */
  private String configuration() {
    return """
        felix.auto.deploy.action=install,start
        felix.auto.deploy.dir=bundle
        org.apache.felix.http.enable=false
        org.apache.felix.http.host=127.0.0.1
        org.apache.felix.https.enable=true
        org.osgi.service.http.port.secure=%d
        org.apache.felix.https.keystore=%s
        org.apache.felix.https.keystore.password=%3$s
        org.apache.felix.https.keystore.key.password=%3$s
        org.apache.felix.https.jetty.protocols.excluded=SSLv3
        org.apache.felix.https.jetty.ciphersuites.excluded=.*_NULL_.*
        """
        .formatted(port, Keys.keyStore(), Keys.PASSWORD);
  }

  /** Its shell is left out, which would end with the test's end of standard input. */
  @Override
  public ChildJvm start(ChildJvm child) throws Exception {
    Path launcher = Distribution.file("org.apache.felix:org.apache.felix.main:7.0.5");
    child.in(folder).launch(List.of("-jar", launcher.toString()));
    child.awaitListener(port);
    return child;
  }

  @Override
  public int port() {
    return port;
  }
}
