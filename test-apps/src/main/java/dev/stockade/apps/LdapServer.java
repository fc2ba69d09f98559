package dev.stockade.apps;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.util.ssl.SSLUtil;
import java.net.InetAddress;
import java.util.Arrays;
import javax.net.ssl.SSLServerSocketFactory;

/**
 * UnboundID's in-memory directory behind LDAPS. The library keeps the enabled protocols and suites
 * in static places of its own, which is where {@code app.protocols} and {@code app.suites} go. It
 * enables no suite of TLS 1.1 by itself, so a weak server needs both.
 */
public final class LdapServer {
  private LdapServer() {}

  public static void main(String[] args) throws Exception {
    AppOptions.read();
    String protocols = System.getProperty("app.protocols");
    if (protocols != null) {
      SSLUtil.setEnabledSSLProtocols(Arrays.asList(protocols.split(",", -1)));
    }
    String suites = System.getProperty("app.suites");
    if (suites != null) {
      SSLUtil.setEnabledSSLCipherSuites(Arrays.asList(suites.split(",", -1)));
    }
    SSLServerSocketFactory sockets =
        new SSLUtil(ServerKeys.managers(), null).createSSLServerSocketFactory();
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=com");
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPSConfig(
            "ldaps", InetAddress.getLoopbackAddress(), 0, sockets, null));
    InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
    server.startListening();
    StandardInput.ready(server.getListenPort());
  }
}
