package dev.stockade.cli.probe;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The certificate that a server of TLS 1.3 encrypts: seen in a handshake by the JDK's own TLS,
 * which ends when it is shown. Nothing is sent to the server, so it need not be trusted.
 */
final class HiddenCertificate extends X509ExtendedTrustManager {
  private volatile X509Certificate[] shown = {};

  private HiddenCertificate() {}

  /** Leaf first; empty where this JDK cannot agree with the server. */
  static List<X509Certificate> of(Server server) throws IOException {
    HiddenCertificate seen = new HiddenCertificate();
    Timer timer = new Timer(true);
    try (Socket socket = server.connect()) {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {seen}, null);
      timer.schedule(closing(socket), server.millis());
      String name = server.serverName();
      String host = name == null ? server.address().getHostAddress() : name;
      SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, host, 443, false);
      tls.setEnabledProtocols(new String[] {"TLSv1.3"});
      tls.startHandshake();
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      // What was shown until then is all.
    } finally {
      timer.cancel();
    }
    return Collections.unmodifiableList(Arrays.asList(seen.shown));
  }

  private static TimerTask closing(Socket socket) {
    return new TimerTask() {
      @Override
      public void run() {
        try {
          socket.close();
        } catch (IOException e) {
          // It is closed.
        }
      }
    };
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
    shown = chain.clone();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
    shown = chain.clone();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    shown = chain.clone();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
