package dev.stockade.e2e.server;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Command;
import dev.stockade.e2e.kit.Distribution;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keycloak, which is a Quarkus application: Vert.x and Netty on the JDK's TLS. */
final class KeycloakServer implements ApplicationServer {
  private static final String DISTRIBUTION = "org.keycloak:keycloak-quarkus-dist:zip:26.7.3";

  private final Path home = built();
  private final int port = Ports.free();

  KeycloakServer() throws Exception {}

  /** Quarkus settles the database and the like when it is built, which the first start needs. */
  private static synchronized Path built() throws Exception {
    Path home = Distribution.unpacked(DISTRIBUTION);
    Path mark = home.resolve("built-for-the-test");
    if (!Files.exists(mark)) {
      Command.run(
          home,
          "env JAVA=" + Jdk.running().java() + " sh bin/kc.sh build --db=dev-mem --cache=local");
      Files.createFile(mark);
    }
    return home;
  }

  @Override
  public ChildJvm start(ChildJvm child) throws Exception {
    child
        .with("-Xmx512m", "-Dkc.home.dir=" + home)
        .with("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
        .with("-Dpicocli.disable.closures=true")
        .with("--add-opens=java.base/java.lang=ALL-UNNAMED")
        .with("--add-opens=java.base/java.security=ALL-UNNAMED")
        .with("--add-opens=java.base/java.util=ALL-UNNAMED")
        .with("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED")
        .launch(
            List.of(
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"),
            "start",
            "--optimized",
            "--cache=local",
            "--hostname-strict=false",
            "--http-host=127.0.0.1",
            "--http-management-port=" + Ports.free(),
            "--https-port=" + port,
            "--https-key-store-file=" + Keys.keyStore(),
            "--https-key-store-password=" + Keys.PASSWORD,
            "--https-protocols=TLSv1.3,TLSv1.2,TLSv1.1",
            "--https-cipher-suites=" + String.join(",", WEAK_AND_STRONG_SUITES));
    child.awaitListener(port);
    return child;
  }

  @Override
  public int port() {
    return port;
  }
}
