package dev.stockade.e2e.server;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Spring Boot application as an executable jar, with its embedded Tomcat: all classes come from
 * jars within the jar, by Spring Boot's own loader.
 */
final class SpringBootServer implements ApplicationServer {
  private static final String VERSION = "3.5.14";

  private final Path jar = Files.createTempDirectory("stockade-boot").resolve("orders.jar");
  private final int port = Ports.free();

  SpringBootServer() throws Exception {
    SpringBootJar.make(
        jar,
        Library.of("org.springframework.boot:spring-boot-loader:" + VERSION),
        "org.springframework.boot.loader.launch.JarLauncher",
        "SpringBootServer",
        Library.of("org.springframework.boot:spring-boot-starter-web:" + VERSION));
  }

  @Override
  public ChildJvm start(ChildJvm child) throws Exception {
    child.launch(
        List.of("-jar", jar.toString()),
        "--server.address=127.0.0.1",
        "--server.port=" + port,
        "--server.ssl.key-store=" + Keys.keyStore(),
        "--server.ssl.key-store-type=PKCS12",
        "--server.ssl.key-store-password=" + Keys.PASSWORD,
        "--server.ssl.enabled-protocols=TLSv1.3,TLSv1.2,TLSv1.1",
        "--server.ssl.ciphers=" + String.join(",", WEAK_AND_STRONG_SUITES));
    child.awaitListener(port);
    return child;
  }

  @Override
  public int port() {
    return port;
  }
}
