package dev.stockade.e2e.server;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.stockade.e2e.kit.Command;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Lines;
import dev.stockade.e2e.kit.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL cluster of its own with TLS; it refuses to run as root, so root lends it a user. */
final class PostgresServer implements AutoCloseable {
  private final Path data;
  private final int port;
  private final Process process;

  private PostgresServer(Path data, List<String> settings) throws Exception {
    this.data = data;
    this.port = Ports.free();
    List<String> words = words(binary("postgres"), "-D", data.toString());
    words.addAll(List.of("-p", String.valueOf(port), "-k", data.toString(), "-F"));
    List<String> all = new ArrayList<>(List.of("listen_addresses=127.0.0.1", "ssl=on"));
    all.addAll(settings);
    for (String setting : all) {
      words.addAll(List.of("-c", setting));
    }
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(data.getParent().toFile()).redirectErrorStream(true);
    builder.environment().put("OPENSSL_CONF", data.resolve("openssl.cnf").toString());
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Ports.awaitListener(port, process, new Lines(process.getInputStream()));
  }

  /** With settings such as {@code ssl_max_protocol_version=TLSv1.1} beside the defaults. */
  static PostgresServer with(String... settings) throws Exception {
    String initdb = binary("initdb");
    Path folder = Files.createTempDirectory("stockade-postgres");
    Path data = folder.resolve("data");
    own(folder);
    run(folder, words(initdb, "-D", data.toString(), "-A", "trust", "-U", "postgres", "-N"));
    Files.copy(Keys.certificate(), data.resolve("server.crt"));
    Files.copy(Keys.key(), data.resolve("server.key"));
    Files.copy(Keys.opensslConfiguration(), data.resolve("openssl.cnf"));
    for (String file : List.of("server.crt", "server.key", "openssl.cnf")) {
      own(data.resolve(file));
      Command.run(folder, "chmod 600 " + data.resolve(file));
    }
    return new PostgresServer(data, List.of(settings));
  }

  private static String binary(String name) throws IOException {
    Path versions = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> folders = Files.list(versions)) {
        for (Path folder : (Iterable<Path>) folders.sorted()::iterator) {
          if (Files.isExecutable(folder.resolve("bin").resolve(name))) {
            return folder.resolve("bin").resolve(name).toString();
          }
        }
      }
    }
    return abort("PostgreSQL is not installed: no " + versions + "/*/bin/" + name);
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void own(Path path) throws Exception {
    if (isRoot()) {
      Command.run(path.getParent(), "chown postgres " + path);
    }
  }

  private static List<String> words(String... command) {
    List<String> words = new ArrayList<>();
    if (isRoot()) {
      words.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    words.addAll(List.of(command));
    return words;
  }

  private static void run(Path folder, List<String> words)
      throws IOException, InterruptedException {
    Command.run(folder, String.join(" ", words));
  }

  /** What the client prints of it. */
  String target() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  String url() {
    return target() + "?user=postgres&sslmode=require";
  }

  @Override
  public void close() throws IOException {
    try {
      run(
          data.getParent(),
          words(binary("pg_ctl"), "-D", data.toString(), "-m", "immediate", "stop"));
      Command.run(data.getParent().getParent(), "rm -r " + data.getParent());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
