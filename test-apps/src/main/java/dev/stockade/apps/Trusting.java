package dev.stockade.apps;

import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Ways in which programs decide whom to trust, by name: {@code nobody-checks} accepts any
 * certificate; {@code delegating}, {@code first-use} and {@code default} do not.
 */
final class Trusting {
  private Trusting() {}

  static SSLContext context(String how) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {manager(how)}, null);
    return context;
  }

  static X509TrustManager manager(String how) throws Exception {
    X509TrustManager defaults = defaults();
    switch (how) {
      case "nobody-checks":
        return new Anybody();
      case "delegating":
        return new Delegating(defaults);
      case "first-use":
        return new FirstUse();
      default:
        return defaults;
    }
  }

  static HostnameVerifier anyName() {
    return (name, session) -> true;
  }

  private static X509TrustManager defaults() throws Exception {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }

  private static class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private static final class Delegating extends Anybody {
    private final X509TrustManager next;

    Delegating(X509TrustManager next) {
      this.next = next;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      next.checkServerTrusted(chain, type);
    }
  }

  /** Keeps the first certificate and wants the same one ever after. */
  private static final class FirstUse extends Anybody {
    private X509Certificate known;

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      if (known == null) {
        known = chain[0];
      } else if (!known.equals(chain[0])) {
        throw new CertificateException("another certificate than at first");
      }
    }
  }
}
