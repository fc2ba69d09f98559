package dev.stockade.fleet.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.command.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
  @TempDir private Path folder;

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
    Simulate.write(folder.resolve("a"), 8, 2, 6_000, 1, "2026-11-20");
    Simulate.write(folder.resolve("b"), 8, 2, 6_000, 1, "2026-11-20");
    Simulate.write(folder.resolve("c"), 8, 2, 6_000, 2, "2026-11-20");
    assertThat(bytes("a")).isEqualTo(bytes("b")).isNotEqualTo(bytes("c"));
  }

  private Map<String, Integer> bytes(String name) throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    Path top = folder.resolve(name);
    try (Stream<Path> all = Files.walk(top)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(top.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  @Test
  void journalsHoldWhatIsToldOfThemAndTheFaultsBesides() throws IOException {
    Map<String, Long> truth = Simulate.write(folder.resolve("f"), 12, 2, 30_000, 1, "2026-11-20");
    Map<String, Long> kinds = new HashMap<>();
    long lines = 0;
    long bad = 0;
    for (Path file : journals(folder.resolve("f/journals"))) {
      for (String line : lines(file)) {
        lines++;
        try {
          kinds.merge(JsonTree.object(line).get("kind").toString(), 1L, Long::sum);
        } catch (IOException e) {
          bad++;
        }
      }
    }
    assertThat(truth.get("records")).isEqualTo(30_000);
    assertThat(bad).isEqualTo(truth.get("torn") + truth.get("foreign"));
    assertThat(lines).isEqualTo(30_000 + truth.get("repeated") + bad);
    assertThat(kinds)
        .containsKeys(
            "tls.handshake",
            "tls.failed",
            "tls.blocked",
            "tls.certificate",
            "aws.request",
            "aws.answer",
            "canary.change",
            "policy.change",
            "tamper",
            "lifecycle",
            "dropped");
    assertThat(truth.get("repeated")).isPositive();
  }

  private static List<Path> journals(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
