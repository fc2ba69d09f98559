package dev.stockade.apps;

import java.security.Provider;
import java.security.Security;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** Changes the TLS defaults of its JVM, as its arguments say. Prints each and {@code done}. */
public final class DefaultsChanger {
  private static final String DISABLED = "jdk.tls.disabledAlgorithms";

  private DefaultsChanger() {}

  public static void main(String[] changes) throws Exception {
    for (String change : changes) {
      change(change);
      System.out.println(change + " done " + Security.getProviders()[0].getName());
    }
  }

  private static void change(String change) throws Exception {
    switch (change) {
      case "weaken":
        Security.setProperty(DISABLED, Security.getProperty(DISABLED).replace("RC4,", ""));
        break;
      case "strengthen":
        Security.setProperty(DISABLED, Security.getProperty(DISABLED) + ", TLS_RSA_X");
        break;
      case "other":
        Security.setProperty("app.own", "x");
        break;
      case "first":
        Security.insertProviderAt(new OwnProvider(), 1);
        break;
      case "last":
        Security.insertProviderAt(new OwnProvider(), 99);
        break;
      case "context":
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        SSLContext.setDefault(context);
        break;
      case "verifier":
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> false);
        break;
      case "factory":
        HttpsURLConnection.setDefaultSSLSocketFactory(
            (SSLSocketFactory) SSLSocketFactory.getDefault());
        break;
      case "gate":
        Class.forName("java.lang.StockadeGate").getField("targets").set(null, null);
        break;
      case "wait":
        StandardInput.awaitLineInClient();
        break;
      default:
        throw new IllegalArgumentException(change);
    }
  }

  @SuppressWarnings("deprecation") // the constructor that JDK 8 has, too
  private static final class OwnProvider extends Provider {
    private static final long serialVersionUID = 1;

    OwnProvider() {
      super("Own", 1.0, "nothing");
    }
  }
}
