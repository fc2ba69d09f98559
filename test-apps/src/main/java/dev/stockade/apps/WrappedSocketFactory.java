package dev.stockade.apps;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A factory as proxies and pools have them: it connects a plain socket itself, lays TLS over it and
 * hands out its own kind of {@link SSLSocket}.
 */
final class WrappedSocketFactory extends SSLSocketFactory {
  private final SSLSocketFactory delegate;

  WrappedSocketFactory(SSLSocketFactory delegate) {
    this.delegate = delegate;
  }

  @Override
  public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
      throws IOException {
    return new WrappedSocket((SSLSocket) delegate.createSocket(plain, host, port, autoClose));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connect(host, new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connect(host.getHostAddress(), new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connect(
        host, new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connect(
        host.getHostAddress(),
        new InetSocketAddress(host, port),
        new InetSocketAddress(local, localPort));
  }

  private Socket connect(String host, InetSocketAddress peer, InetSocketAddress local)
      throws IOException {
    Socket plain = new Socket();
    plain.bind(local);
    plain.connect(peer, 5_000);
    return createSocket(plain, host, peer.getPort(), true);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return delegate.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return delegate.getSupportedCipherSuites();
  }
}
