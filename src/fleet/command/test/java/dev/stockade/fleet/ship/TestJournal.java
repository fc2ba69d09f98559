package dev.stockade.fleet.ship;

import dev.stockade.base.Digest;
import dev.stockade.base.IsoTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A journal that grows; every third record is folded. */
final class TestJournal {
  private final Path file;
  private final List<String> lines = new ArrayList<>();

  TestJournal(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** All that was ever written to it. */
  List<String> lines() {
    return lines;
  }

  void write(int records) throws IOException {
    write(records, System.currentTimeMillis());
  }

  /** The newest first, as records are in no order of time. */
  void write(int records, long time) throws IOException {
    List<String> more = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      more.add(line(lines.size() + i + 1, time - i));
    }
    lines.addAll(more);
    Files.write(file, more, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** As the agent's rotation does. */
  void rotate() throws IOException {
    Files.move(file, file.resolveSibling(file.getFileName() + ".1"));
  }

  static String line(int seq, long time) {
    String times = IsoTime.of(time);
    String folded =
        seq % 3 == 0 ? ",\"count\":5,\"first\":\"%s\",\"last\":\"%s\"".formatted(times, times) : "";
    return ("{\"time\":\"%s\",\"kind\":\"tls.handshake\",\"seq\":%d,\"mode\":\"observe\","
            + "\"verdict\":\"ok\",\"action\":\"pass\",\"direction\":\"out\","
            + "\"peer\":{\"host\":\"host-%d.example\",\"port\":443},"
            + "\"tls\":{\"version\":\"TLSv1.3\",\"cipher\":\"TLS_AES_128_GCM_SHA256\"},"
            + "\"certificate\":\"%s\","
            + "\"service\":\"orders\",\"instance\":\"vm-1\",\"pid\":42%s}")
        .formatted(times, seq, seq * 7919L % 1_000, hash(seq), folded);
  }

  /** What no packer makes small. */
  private static String hash(int seq) {
    return Digest.of(Integer.toString(seq).getBytes(StandardCharsets.UTF_8));
  }
}
