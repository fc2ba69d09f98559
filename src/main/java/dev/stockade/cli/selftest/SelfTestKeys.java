package dev.stockade.cli.selftest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A context with a key that is public, for loopback only; trusts only itself. */
final class SelfTestKeys {
  private SelfTestKeys() {}

  static SSLContext context() throws GeneralSecurityException, IOException {
    String pem = pem();
    char[] password = "self-test".toCharArray();
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(block(pem, "CERTIFICATE")));
    KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
    keys.load(null, password);
    keys.setKeyEntry(
        "self-test",
        KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY"))),
        password,
        new Certificate[] {certificate});
    keys.setCertificateEntry("trusted", certificate);
    KeyManagerFactory ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    ours.init(keys, password);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(ours.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  private static byte[] block(String pem, String type) {
    String begin = "-----BEGIN " + type + "-----";
    int from = pem.indexOf(begin) + begin.length();
    return Base64.getMimeDecoder().decode(pem.substring(from, pem.indexOf("-----END", from)));
  }

  private static String pem() throws IOException {
    try (InputStream in =
        SelfTestKeys.class.getResourceAsStream("/dev/stockade/cli/self-test.pem")) {
      if (in == null) {
        throw new IOException("the jar holds no self-test.pem: it is not whole");
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] part = new byte[4096];
      for (int read = in.read(part); read > 0; read = in.read(part)) {
        all.write(part, 0, read);
      }
      return new String(all.toByteArray(), StandardCharsets.US_ASCII);
    }
  }
}
