package dev.stockade.apps;

import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** A provider that stands before the JDK's, with a context of its own that passes all work on. */
public final class OwnProvider extends Provider {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("deprecation") // the other constructor is not in JDK 8
  OwnProvider() {
    super("Own", 1, "passes TLS on");
    put("SSLContext.TLS", Context.class.getName());
  }

  /** Made by name. */
  public static final class Context extends SSLContextSpi {
    private final SSLContext next;

    public Context() throws NoSuchAlgorithmException {
      try {
        next = SSLContext.getInstance("TLS", "SunJSSE");
      } catch (java.security.NoSuchProviderException e) {
        throw new NoSuchAlgorithmException(e);
      }
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
        throws KeyManagementException {
      next.init(keys, trust, random);
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      return new WrappedSocketFactory(next.getSocketFactory());
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      return next.getServerSocketFactory();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return next.createSSLEngine();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      return next.createSSLEngine(host, port);
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return next.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return next.getClientSessionContext();
    }
  }
}
