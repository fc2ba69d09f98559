package dev.stockade.e2e.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code openssl s_client}: one handshake, and what openssl says of it. */
public final class OpensslClient {
  private OpensslClient() {}

  /** Everything that s_client printed; it does not fail when the handshake does. */
  public static String connect(int port, List<String> limits)
      throws IOException, InterruptedException {
    return run(port, limits, "GET / HTTP/1.0\r\n\r\n");
  }

  /** The same for servers that do not speak HTTP: leaves after the handshake. */
  public static String shakeHands(int port, List<String> limits)
      throws IOException, InterruptedException {
    return run(port, limits, "");
  }

  private static String run(int port, List<String> limits, String request)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "openssl",
                "s_client",
                "-connect",
                "127.0.0.1:" + port,
                "-servername",
                "localhost"));
    if (!request.isEmpty()) {
      words.add("-ign_eof");
    }
    for (int i = 0; i < limits.size(); i++) {
      // A client has no DH parameters of its own.
      if (limits.get(i).equals("-dhparam")) {
        i++;
      } else {
        words.add(limits.get(i));
      }
    }
    if (!limits.contains("-cipher")) {
      words.addAll(List.of("-cipher", "DEFAULT:@SECLEVEL=0"));
    }
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("OPENSSL_CONF", Keys.opensslConfiguration().toString());
    Process process = builder.start();
    process.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return printed;
  }
}
