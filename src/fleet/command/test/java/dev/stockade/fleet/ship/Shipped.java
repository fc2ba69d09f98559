package dev.stockade.fleet.ship;

import dev.stockade.fleet.kit.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What is in the bucket. */
final class Shipped {
  private Shipped() {}

  static List<Path> objects(S3Server server) throws IOException {
    Path journals = server.bucket().resolve("journals");
    if (!Files.exists(journals)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(journals)) {
      return files.filter(file -> file.toString().endsWith(".ndjson.gz")).sorted().toList();
    }
  }

  /** Of all objects, in the order of their names. */
  static List<String> lines(S3Server server) throws IOException {
    return objects(server).stream().flatMap(Shipped::lines).toList();
  }

  private static Stream<String> lines(Path object) {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(object))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
