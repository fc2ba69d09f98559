package dev.stockade.e2e;

import java.io.File;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.shrinkwrap.resolver.api.maven.Maven;

/** Tomcat as its project ships it, unpacked and with one HTTPS connector, that answers "hello". */
final class TomcatHome {
  private static final String DISTRIBUTION = "org.apache.tomcat:tomcat:zip:10.1.34";

  private final Path home;
  private final int port = Ports.free();
  private final int shutdownPort = Ports.free();

  TomcatHome() throws Exception {
    Path folder = Files.createTempDirectory("stockade-tomcat");
    File zip = Maven.resolver().resolve(DISTRIBUTION).withoutTransitivity().asSingleFile();
    home = unpack(zip.toPath(), folder);
    Files.writeString(home.resolve("webapps/ROOT/hello.txt"), "hello\n");
    Files.writeString(home.resolve("conf/server.xml"), configuration());
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
        .with("-Dcatalina.home=" + home, "-Dcatalina.base=" + home)
        .with("-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager")
        .with("-Djava.util.logging.config.file=" + home.resolve("conf/logging.properties"))
        .with("-Djava.io.tmpdir=" + home.resolve("temp"))
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

  /** Leaves out the documentation and the examples, which cost a start of seconds. */
  private static Path unpack(Path zip, Path folder) throws Exception {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream in = new ZipInputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path path = folder.resolve(entry.getName()).normalize();
        boolean isLeftOut =
            entry.getName().contains("/webapps/") && !entry.getName().contains("/webapps/ROOT/");
        if (!isLeftOut && !entry.isDirectory() && path.startsWith(folder)) {
          Files.createDirectories(path.getParent());
          Files.copy(in, path);
        }
      }
    }
    try (var homes = Files.list(folder)) {
      Path home = homes.findFirst().orElseThrow();
      Files.createDirectories(home.resolve("temp"));
      return home;
    }
  }
}
