package dev.stockade.e2e.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Certificates for localhost that an authority of the tests has issued, good ones and others. */
public enum IssuedKeys {
  GOOD("-newkey ec -pkeyopt ec_paramgen_curve:prime256v1", "-sha256", 200),
  /** Ends in ten days. */
  ENDING("-newkey rsa:2048", "-sha256", 10),
  /** A small key, and a signature that can be forged. */
  WEAK("-newkey rsa:1024", "-sha1", 200),
  ED25519("-newkey ed25519", "", 200);

  private static final Path FOLDER = make();

  private final String key;
  private final String hash;
  private final int days;

  IssuedKeys(String key, String hash, int days) {
    this.key = key;
    this.hash = hash;
    this.days = days;
  }

  public Path certificate() {
    return FOLDER.resolve(name() + ".pem");
  }

  public Path key() {
    return FOLDER.resolve(name() + "-key.pem");
  }

  /** With the chain, under {@link Keys#PASSWORD}. */
  public Path keyStore() {
    return FOLDER.resolve(name() + ".p12");
  }

  /** The first 16 digits of the certificate's SHA-256. */
  public String id() throws Exception {
    String printed =
        Command.run(FOLDER, "openssl x509 -in " + name() + ".pem -noout -fingerprint -sha256");
    String digits = printed.substring(printed.indexOf('=') + 1).replace(":", "");
    return digits.substring(0, 16).toLowerCase(Locale.ROOT);
  }

  /** The certificate of the one that issued all. */
  public static Path authority() {
    return FOLDER.resolve("ca.pem");
  }

  /** With the authority alone. */
  public static Path trustStore() {
    return FOLDER.resolve("trust.p12");
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("stockade-issued");
      Command.run(
          folder,
          "openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 400"
              + " -subj /CN=tests");
      Files.writeString(folder.resolve("names"), "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
      for (IssuedKeys each : values()) {
        each.issue(folder);
      }
      Command.run(
          folder,
          System.getProperty("java.home")
              + "/bin/keytool -importcert -noprompt -alias ca -file ca.pem -keystore trust.p12"
              + " -storetype PKCS12 -storepass "
              + Keys.PASSWORD);
      return folder;
    } catch (Exception e) {
      throw new IllegalStateException("cannot make keys for the tests", e);
    }
  }

  private void issue(Path folder) throws Exception {
    Command.run(
        folder,
        "openssl req "
            + key
            + " -nodes -keyout "
            + name()
            + "-key.pem -out request.pem -subj /CN="
            + name());
    Command.run(
        folder,
        "openssl x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -extfile names"
            + " -out "
            + name()
            + ".pem -days "
            + days
            + " "
            + hash);
    Command.run(
        folder,
        "openssl pkcs12 -export -inkey "
            + name()
            + "-key.pem -in "
            + name()
            + ".pem -certfile ca.pem -name app -out "
            + name()
            + ".p12 -passout pass:"
            + Keys.PASSWORD);
  }
}
