package dev.stockade.fleet.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Journals of some processes, with records of all kinds and all that goes wrong with files. */
final class TestJournals {
  private static final String[] KINDS = {
    "tls.handshake\",\"verdict\":\"violation\",\"action\":\"would-block\",\"rules\":[\"tls.min-version\","
        + "\"tls.hostname\"],\"rule\":\"tls.min-version\",\"direction\":\"out\",\"peer\":{\"host\":\"db.internal\","
        + "\"port\":5432},\"tls\":{\"version\":\"TLSv1.1\",\"resumed\":false,\"dhBits\":2048}",
    "tls.handshake\",\"verdict\":\"pass\",\"action\":\"allowed\",\"direction\":\"out\",\"peer\":{\"host\":"
        + "\"kms.eu-west-1.amazonaws.com\",\"port\":443},\"tls\":{\"version\":\"TLSv1.3\",\"group\":\"X25519MLKEM768\"}",
    "tls.certificate\",\"x509\":{\"sha256\":\"ab\",\"notAfter\":\"2026-12-01T00:00:00Z\",\"names\":[\"a\",\"b\"],"
        + "\"selfSigned\":true,\"keyBits\":2048}",
    "aws.request\",\"verdict\":\"warn\",\"rules\":[\"aws.static\"],\"aws\":{\"service\":\"kms\",\"region\":"
        + "\"eu-west-1\",\"accessKey\":\"WXYZ\",\"credential\":\"static\"},\"http\":{\"host\":\"kms.eu\"}",
    "aws.answer\",\"aws\":{\"service\":\"kms\",\"requestId\":\"r-1\"},\"http\":{\"status\":200}",
    "lifecycle\",\"reason\":\"started\",\"runtime\":{\"java\":\"17\"},\"new\":{\"field\":[1,2]}",
    "of.later\",\"peer\":\"no object\""
  };

  private final Random random = new Random(7);
  private final Path folder;

  TestJournals(Path folder) {
    this.folder = folder;
  }

  /** Of each process a rotated part, a packed one, and the journal itself. */
  void write(int processes, int lines) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < processes; i++) {
      List<String> all = lines(i, 1, lines);
      Path journal = folder.resolve("p" + i + ".ndjson");
      int third = lines / 3;
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(folder.resolve("p" + i + ".ndjson.2.gz")))) {
        out.write((String.join("\n", all.subList(0, third)) + "\n").getBytes(UTF_8));
      }
      List<String> rotated = new ArrayList<>(all.subList(third, 2 * third));
      rotated.add("{\"time\":\"2026-11-02T");
      rotated.add("no record at all");
      rotated.add(all.get(third));
      Files.write(folder.resolve("p" + i + ".ndjson.1"), rotated);
      Files.write(journal, all.subList(2 * third, lines));
      Files.writeString(journal, "{\"unfinished\":", StandardOpenOption.APPEND);
    }
  }

  /** What a process goes on to write. */
  void append(int process, int from, int to) throws IOException {
    Path journal = folder.resolve("p" + process + ".ndjson");
    Files.writeString(journal, "true}\n", StandardOpenOption.APPEND);
    Files.write(journal, lines(process, from, to), StandardOpenOption.APPEND);
  }

  private List<String> lines(int process, int from, int to) {
    List<String> lines = new ArrayList<>();
    for (int seq = from; seq <= to; seq++) {
      boolean isFolded = random.nextInt(3) == 0;
      lines.add(
          String.format(
              "{\"time\":\"2026-11-%02dT%02d:%02d:%02d.%03dZ\",\"seq\":%d,\"mode\":\"audit\",\"kind\":\"%s,"
                  + "\"service\":\"s%d\",\"instance\":\"i%d\",\"pid\":1,\"process\":\"%016x\",\"stockade\":\"0.1.0\"%s}",
              1 + seq * 4 / 100 % 4,
              random.nextInt(24),
              random.nextInt(60),
              random.nextInt(60),
              random.nextInt(1000),
              seq,
              KINDS[seq == 1 ? 5 : random.nextInt(KINDS.length)],
              process % 3,
              process,
              process,
              isFolded
                  ? ",\"count\":5,\"first\":\"2026-11-01T00:00:00Z\",\"last\":\"2026-11-01T00:00:01.5Z\""
                  : ""));
    }
    return lines;
  }
}
