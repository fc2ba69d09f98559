package dev.stockade.e2e.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Key, certificate, key store and trust store for localhost and for the AWS endpoints of {@link
 * AwsServer}, made once by openssl and keytool.
 */
public final class Keys {
  public static final String PASSWORD = "changeit";

  private static final Path FOLDER = make();

  private Keys() {}

  public static Path certificate() {
    return FOLDER.resolve("cert.pem");
  }

  public static Path key() {
    return FOLDER.resolve("key.pem");
  }

  public static Path keyStore() {
    return FOLDER.resolve("keys.p12");
  }

  public static Path trustStore() {
    return FOLDER.resolve("trust.p12");
  }

  /** A certificate of an EC key, in {@link #ecKeyStore()}; trusted like {@link #certificate()}. */
  public static Path ecCertificate() {
    return FOLDER.resolve("ec.pem");
  }

  public static Path ecKey() {
    return FOLDER.resolve("ec-key.pem");
  }

  public static Path ecKeyStore() {
    return FOLDER.resolve("ec.p12");
  }

  static Path dh1024() {
    return FOLDER.resolve("dh1024.pem");
  }

  /** Switches on what the JDK forbids by default: old protocols, static RSA, small keys. */
  static Path legacySecurity() {
    return FOLDER.resolve("legacy.security");
  }

  /** Lets openssl itself use old protocols and small keys: put into {@code OPENSSL_CONF}. */
  public static Path opensslConfiguration() {
    return FOLDER.resolve("openssl.cnf");
  }

  static List<String> trustOptions() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + trustStore(),
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
        "-Djavax.net.ssl.trustStoreType=PKCS12");
  }

  private static Path make() {
    try {
      Path folder = Files.createDirectories(Path.of("target", "keys")).toAbsolutePath();
      if (Files.exists(folder.resolve("done-with-ec"))) {
        return folder;
      }
      Files.writeString(
          folder.resolve("legacy.security"),
          "jdk.tls.disabledAlgorithms=\njdk.tls.legacyAlgorithms=\njdk.certpath.disabledAlgorithms=\n");
      Files.writeString(
          folder.resolve("openssl.cnf"),
          """
          openssl_conf = a
          [a]
          ssl_conf = b
          [b]
          system_default = c
          [c]
          CipherString = ALL:@SECLEVEL=0
          [req]
          distinguished_name = d
          [d]
          """);
      Command.run(
          folder,
          "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 90"
              + " -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:"
              + String.join(",DNS:", AwsServer.HOSTS));
      Command.run(
          folder,
          "openssl pkcs12 -export -inkey key.pem -in cert.pem -name app -out keys.p12 -passout pass:"
              + PASSWORD);
      Command.run(
          folder,
          "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
              + " -keyout ec-key.pem -out ec.pem -days 90 -subj /CN=localhost"
              + " -addext subjectAltName=IP:127.0.0.1,DNS:localhost");
      Command.run(
          folder,
          "openssl pkcs12 -export -inkey ec-key.pem -in ec.pem -name ec -out ec.p12 -passout pass:"
              + PASSWORD);
      trust(folder, "app", "cert.pem");
      trust(folder, "ec", "ec.pem");
      Command.run(folder, "openssl dhparam -out dh1024.pem 1024");
      Files.createFile(folder.resolve("done-with-ec"));
      return folder;
    } catch (Exception e) {
      throw new IllegalStateException("cannot make keys for the tests", e);
    }
  }

  private static void trust(Path folder, String alias, String certificate) throws Exception {
    Command.run(
        folder,
        System.getProperty("java.home")
            + "/bin/keytool -importcert -noprompt -keystore trust.p12 -storetype PKCS12 -alias "
            + alias
            + " -file "
            + certificate
            + " -storepass "
            + PASSWORD);
  }
}
