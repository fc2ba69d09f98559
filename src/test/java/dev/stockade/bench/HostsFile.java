package dev.stockade.bench;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code jdk.net.hosts.file} names: an endpoint of AWS is on this machine. */
final class HostsFile {
  static final String ENDPOINT = "dynamodb.eu-west-1.amazonaws.com";

  private HostsFile() {}

  /** With the machine's own name, which agents ask for: no name beside the file is known. */
  static Path make(Path folder) throws Exception {
    String own = InetAddress.getLocalHost().getHostName();
    return Files.writeString(
        folder.resolve("hosts"), "127.0.0.1 localhost " + own + " " + ENDPOINT + "\n");
  }
}
