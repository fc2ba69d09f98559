package dev.stockade.apps;

import java.io.IOException;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/**
 * An embedded Tomcat with an HTTPS connector on JSSE; it answers "hello" to every path. Its own
 * default leaves out static RSA suites, so a weak server needs {@code app.suites}; {@code
 * app.connector} is the class of another connector.
 */
public final class TomcatServer {
  /** Held here, since the logging system holds loggers only weakly. */
  private static final Logger LOG = Logger.getLogger("org.apache");

  private TomcatServer() {}

  public static void main(String[] args) throws Exception {
    AppOptions.read();
    LOG.setLevel(Level.WARNING);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setConnector(httpsConnector());
    Context root = tomcat.addContext("", null);
    Tomcat.addServlet(root, "hello", new Hello());
    root.addServletMappingDecoded("/", "hello");
    tomcat.start();
    StandardInput.ready(tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static Connector httpsConnector() {
    SSLHostConfig tls = new SSLHostConfig();
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystoreFile(ServerKeys.file());
    certificate.setCertificateKeystoreType("PKCS12");
    certificate.setCertificateKeystorePassword(new String(ServerKeys.password()));
    tls.addCertificate(certificate);
    String protocols = System.getProperty("app.protocols");
    if (protocols != null) {
      tls.setProtocols(protocols);
    }
    String suites = System.getProperty("app.suites");
    if (suites != null) {
      tls.setCiphers(suites);
    }
    Connector connector =
        new Connector(
            System.getProperty("app.connector", "org.apache.coyote.http11.Http11NioProtocol"));
    connector.setThrowOnFailure(true);
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("SSLEnabled", "true");
    connector.setScheme("https");
    connector.setSecure(true);
    connector.addSslHostConfig(tls);
    return connector;
  }

  private static final class Hello extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain");
      response.getWriter().println("hello");
    }
  }
}
