package dev.stockade.bench;

import java.nio.file.Path;

/**
 * The server's key and, to the clients, the certificate that they trust. EC, because an RSA
 * signature of the same connection costs more than all that is compared.
 */
final class KeyStoreFile {
  static final String TYPE = "PKCS12";
  static final String PASSWORD = "changeit";

  private KeyStoreFile() {}

  static void make(Path file) throws Exception {
    Processes.run(
        Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
        "-J-Dkeystore.pkcs12.legacy",
        "-genkeypair",
        "-alias",
        "app",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1,dns:" + HostsFile.ENDPOINT,
        "-storetype",
        TYPE,
        "-keystore",
        file.toString(),
        "-storepass",
        PASSWORD);
  }
}
