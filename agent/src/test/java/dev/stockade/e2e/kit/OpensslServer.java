package dev.stockade.e2e.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code openssl s_server -www}: answers each request with a page on what was negotiated. */
public final class OpensslServer implements AutoCloseable {
  private final Process process;
  private final Lines lines;
  private final int port;

  private OpensslServer(List<String> more) throws IOException, InterruptedException {
    this(Keys.certificate(), Keys.key(), more);
  }

  private OpensslServer(Path certificate, Path key, List<String> more)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert"));
    words.addAll(List.of(certificate.toString(), "-key", key.toString()));
    words.addAll(more);
    if (!more.contains("-cipher")) {
      words.addAll(List.of("-cipher", "DEFAULT:@SECLEVEL=0"));
    }
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("OPENSSL_CONF", Keys.opensslConfiguration().toString());
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    lines = new Lines(process.getInputStream());
    String accept = lines.await(line -> line.startsWith("ACCEPT "), 10_000);
    port = Integer.parseInt(accept.substring(accept.lastIndexOf(':') + 1).trim());
  }

  public static OpensslServer limitedTo(Peer peer) throws IOException, InterruptedException {
    return new OpensslServer(peer.limits);
  }

  /** Limited by options of s_server. */
  public static OpensslServer with(String... limits) throws IOException, InterruptedException {
    return new OpensslServer(List.of(limits));
  }

  /** With another certificate than the usual one. */
  public static OpensslServer of(Path certificate, Path key, String... limits)
      throws IOException, InterruptedException {
    return new OpensslServer(certificate, key, List.of(limits));
  }

  /** Speaks everything that openssl has, anonymous and NULL suites among it; the client chooses. */
  public static OpensslServer ofEveryWeakness() throws IOException, InterruptedException {
    return with("-cipher", "ALL:eNULL:@SECLEVEL=0");
  }

  /** Could do without, but takes static RSA where the client offers it. */
  public static OpensslServer preferringWeak() throws IOException, InterruptedException {
    String suites = "AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0";
    return with("-tls1_2", "-serverpref", "-cipher", suites);
  }

  /** Prints each message of the handshake as it is on the wire. */
  public static OpensslServer tracing(Peer peer) throws IOException, InterruptedException {
    List<String> limits = new ArrayList<>(peer.limits);
    limits.add("-trace");
    return new OpensslServer(limits);
  }

  public int port() {
    return port;
  }

  public String target() {
    return "127.0.0.1:" + port;
  }

  public String url() {
    return "https://localhost:" + port + "/";
  }

  /** Everything it printed, after it was stopped. */
  public List<String> printed() throws InterruptedException {
    close();
    return lines.all();
  }

  /** The same of one that ends by itself ({@code -naccept}), which loses nothing of it. */
  public List<String> printedToItsEnd() throws InterruptedException {
    process.waitFor(10, TimeUnit.SECONDS);
    return printed();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
