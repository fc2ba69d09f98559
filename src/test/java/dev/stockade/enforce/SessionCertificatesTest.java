package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.tls.ClientAuth;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

class SessionCertificatesTest {
  private final SessionCertificates certificates = new SessionCertificates(new Certificates());

  @Test
  void aServerSaysWhetherItAsksItsClients() throws Exception {
    SSLEngine server = SSLContext.getDefault().createSSLEngine();
    server.setUseClientMode(false);
    assertThat(certificates.clientAuth(server, null, null)).isEqualTo(ClientAuth.NONE);
    server.setWantClientAuth(true);
    assertThat(certificates.clientAuth(server, null, null)).isEqualTo(ClientAuth.ASKED);
    assertThat(certificates.peer(server.getSession(), server)).isNull();
  }

  /** As of a provider that nobody knows. */
  @Test
  void ofAConnectionThatThrowsNothingIsKnown() throws Exception {
    Object connection = new Object();
    SSLEngine engine = SSLContext.getDefault().createSSLEngine();
    assertThat(certificates.clientAuth(connection, null, null)).isNull();
    assertThat(certificates.peer(engine.getSession(), connection)).isNull();
    assertThat(certificates.own(null)).isNull();
  }
}
