package dev.stockade.apps;

import java.io.FileInputStream;
import java.io.InputStream;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** A server's certificate and key: the PKCS12 file {@code app.keystore} under app.password. */
final class ServerKeys {
  private ServerKeys() {}

  static String file() {
    return System.getProperty("app.keystore");
  }

  static char[] password() {
    return System.getProperty("app.password", "").toCharArray();
  }

  static KeyStore store() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(file())) {
      store.load(in, password());
    }
    return store;
  }

  static KeyManager[] managers() throws Exception {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store(), password());
    return factory.getKeyManagers();
  }
}
