package dev.stockade.e2e.server;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Distribution;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Ports;
import java.io.File;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tomcat's own distribution, with a base that has one HTTPS connector and answers "hello". */
final class TomcatServer {
  private static final String DISTRIBUTION = "org.apache.tomcat:tomcat:zip:10.1.34";

  private final Path home = Distribution.unpacked(DISTRIBUTION);

  /** Of its own, without the documentation and the examples, which cost a start of seconds. */
  private final Path base = Files.createTempDirectory("stockade-tomcat");

  private final int port = Ports.free();
  private final int shutdownPort = Ports.free();

  TomcatServer() throws Exception {
    Distribution.copy(home.resolve("conf"), base.resolve("conf"));
    Files.writeString(base.resolve("conf/server.xml"), configuration());
    Files.createDirectories(base.resolve("temp"));
    Files.createDirectories(base.resolve("webapps/ROOT"));
    Files.writeString(base.resolve("webapps/ROOT/hello.txt"), "hello\n");
  }

  /** Accepts clients without forward secrecy too. */
  private String configuration() {
    return """
        <Server port="%d" shutdown="SHUTDOWN">
          <Service name="Catalina">
            <Connector port="%d" address="127.0.0.1" SSLEnabled="true" scheme="https" secure="true"
                protocol="org.apache.coyote.http11.Http11NioProtocol" maxKeepAliveRequests="50">
              <SSLHostConfig protocols="TLSv1.2+TLSv1.3"
                  ciphers="TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,\
        TLS_RSA_WITH_AES_128_GCM_SHA256">
                <Certificate certificateKeystoreFile="%s" certificateKeystoreType="PKCS12"
                    certificateKeystorePassword="%s"/>
              </SSLHostConfig>
            </Connector>
            <Engine name="Catalina" defaultHost="localhost">
              <Host name="localhost" appBase="webapps"/>
            </Engine>
          </Service>
        </Server>
        """
        .formatted(shutdownPort, port, Keys.keyStore(), Keys.PASSWORD);
  }

  /** Starts it as its own script does, and waits until it listens. */
  ChildJvm start(ChildJvm child) throws Exception {
    child
        .with("-Dcatalina.home=" + home, "-Dcatalina.base=" + base)
        .with("-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager")
        .with("-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"))
        .with("-Djava.io.tmpdir=" + base.resolve("temp"))
        .launch(
            List.of(
                "-cp",
                home.resolve("bin/bootstrap.jar")
                    + File.pathSeparator
                    + home.resolve("bin/tomcat-juli.jar"),
                "org.apache.catalina.startup.Bootstrap"),
            "start");
    child.awaitListener(port);
    return child;
  }

  int port() {
    return port;
  }

  void shutDown() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shutdownPort)) {
      socket.getOutputStream().write("SHUTDOWN".getBytes(StandardCharsets.US_ASCII));
    }
  }
}
