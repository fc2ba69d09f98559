package dev.stockade.fleet.kit;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Names of AWS that lead to this machine, with a certificate that a child trusts: a stand-in is AWS
 * for all that a client and an agent can see.
 */
public final class AwsNames {
  public static final String S3 = "s3.eu-west-1.amazonaws.com";
  public static final String LOGS = "logs.eu-west-1.amazonaws.com";
  public static final String FIREHOSE = "firehose.eu-west-1.amazonaws.com";
  public static final String PASSWORD = "changeit";
  private static final List<String> ALL = List.of(S3, S3Server.BUCKET + "." + S3, LOGS, FIREHOSE);

  private final Path folder;

  /** Makes all files in a folder. */
  public AwsNames(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    keytool(
        "-genkeypair -alias aws -keyalg EC -groupname secp256r1 -dname CN=aws -validity 30"
            + " -keystore keys.p12 -ext san=dns:"
            + String.join(",dns:", ALL));
    keytool("-exportcert -alias aws -keystore keys.p12 -file aws.cer");
    keytool("-importcert -noprompt -alias aws -keystore trust.p12 -file aws.cer");
    String own = InetAddress.getLocalHost().getHostName();
    Files.writeString(
        folder.resolve("hosts"), "127.0.0.1 localhost " + own + " " + String.join(" ", ALL) + "\n");
  }

  private void keytool(String words) throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder((keytool + " -storepass " + PASSWORD + " " + words).split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(folder.resolve("keytool.log")));
    }
  }

  public Path keyStore() {
    return folder.resolve("keys.p12");
  }

  /** What a child JVM needs to take the stand-ins for AWS. */
  public List<String> options() {
    return List.of(
        "-Djdk.net.hosts.file=" + folder.resolve("hosts"),
        "-Djavax.net.ssl.trustStore=" + folder.resolve("trust.p12"),
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }
}
