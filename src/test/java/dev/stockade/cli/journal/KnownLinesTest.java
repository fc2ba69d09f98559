package dev.stockade.cli.journal;

import static dev.stockade.cli.journal.SeenFacts.AUDIT;
import static dev.stockade.cli.journal.SeenFacts.CBC;
import static dev.stockade.cli.journal.SeenFacts.GOOD;
import static dev.stockade.cli.journal.SeenFacts.aws;
import static dev.stockade.cli.journal.SeenFacts.in;
import static dev.stockade.cli.journal.SeenFacts.out;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that is remembered is read as one that is parsed. */
class KnownLinesTest {
  private static final String[] PIECES = {
    "\"count\":3,",
    "\"count\":0,",
    "\"count\":007,",
    "\"count\":99999999999999999999,",
    "\"seq\":5,",
    "\"first\":\"2026-11-23T18:45:00.123Z\",",
    "\"last\":\"2026-02-30T00:00:00.000Z\",",
    "\"time\":\"2026-11-23T18:45:00.123Z\",",
    "\"direction\":\"in\",",
    "\"direction\":\"out\",",
    "\"port\":70000,",
    "\"port\":7,",
    "\"prev\":\"sha256:ab\",",
    "\"prev\":7,",
    "\\\"count\\\":3,",
    "\"durationMillis\":9,",
    "\"durationMillis\":\"x\",",
    "\"peer\":{\"port\":9},",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\",
    ",",
    ":",
    " ",
    "\t",
    "\u0001",
    "\u00e9",
    "0",
    "9",
    "-",
    "1e5",
    "null",
    "true",
  };

  @TempDir private Path folder;

  @Test
  void itIsTheSameForEveryLineOfAJournal() throws IOException {
    List<String> lines = lines();
    List<String> twice = new ArrayList<>(lines);
    twice.addAll(lines);

    assertThat(read(String.join("\n", twice), true))
        .isEqualTo(read(String.join("\n", twice), false));
  }

  @Test
  void aClientsPortMakesNoOtherLine() throws IOException {
    String line =
        lines().stream()
            .filter(one -> one.contains("\"direction\":\"in\""))
            .findFirst()
            .orElseThrow();
    LineScanner scanner = new LineScanner();
    ByteBuffer key = key(scanner, line);

    assertThat(key(scanner, line.replace("51234", "51235"))).isEqualTo(key);
    assertThat(key(scanner, line.replace("8443", "8444"))).isNotEqualTo(key);
  }

  @Test
  void itIsTheSameForEveryChangeOfALine() throws IOException {
    compare(20_000);
  }

  @Tag("exhaustive")
  @Test
  void itIsTheSameForMoreChangesThanOneWaitsFor() throws IOException {
    compare(600_000);
  }

  /** Those that the fold of a minute has. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"count\":29,\"first\":\"2026-11-23T23:13:06.000Z\",\"last\":\"2026-11-23T23:14:05.704Z\"",
        "\"last\":\"2026-11-23T23:14:05.704Z\",\"count\":29",
        "\"count\":29,\"count\":30",
        "\"time\":\"2027-11-23T23:14:05.704Z\"",
      })
  void whatComesTwiceCountsAsTheParserCountsIt(String members) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : lines()) {
      lines.add(line);
      lines.add(line.replaceFirst("}$", "," + members + "}"));
      lines.add(line.replaceFirst("}$", "," + members.replace("29", "31") + "}"));
    }
    String text = String.join("\n", lines);

    assertThat(read(text, true)).isEqualTo(read(text, false));
  }

  private void compare(int rounds) throws IOException {
    List<String> lines = lines();
    Random random = new Random(7);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      StringBuilder line = new StringBuilder(lines.get(random.nextInt(lines.size())));
      for (int n = random.nextInt(3); n >= 0; n--) {
        int at = random.nextInt(line.length());
        int kind = random.nextInt(3);
        if (kind == 0) {
          line.insert(at, PIECES[random.nextInt(PIECES.length)]);
        } else if (kind == 1) {
          line.delete(at, Math.min(line.length(), at + 1 + random.nextInt(4)));
        } else {
          line.setCharAt(at, (char) (' ' + random.nextInt(95)));
        }
      }
      all.add(line.toString());
      if (random.nextInt(4) == 0) {
        all.add(line.toString());
      }
      if (all.size() > 1000) {
        all.addAll(lines);
        String text = String.join("\n", all);
        assertThat(read(text, true)).isEqualTo(read(text, false));
        all.clear();
      }
    }
  }

  private List<String> lines() throws IOException {
    Path file = folder.resolve("j.ndjson");
    if (!Files.exists(file)) {
      try (TestJournal journal = new TestJournal(file, AUDIT, true, 0)) {
        for (int i = 0; i < 3; i++) {
          journal.add(out("old.internal", 443, "TLSv1.1", GOOD));
          journal.add(out("caf\u00e9.internal", 443, "TLSv1.2", CBC));
          journal.add(in("TLSv1.1", GOOD));
          journal.add(in("TLSv1.3", "TLS_AES_128_GCM_SHA256"));
          journal.add(aws("sqs.eu-west-1.amazonaws.com", Rule.AWS_UNSIGNED));
        }
      }
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(
        "{\"time\":\"2026-11-30T08:00:17.551Z\",\"kind\":\"aws.answer\",\"seq\":6,\"mode\":\"audit\","
            + "\"aws\":{\"service\":\"s3\",\"requestId\":\"A1\",\"extendedRequestId\":\"b+/=\"},"
            + "\"service\":\"orders\",\"instance\":\"vm\",\"pid\":1}");
    return lines;
  }

  private static ByteBuffer key(LineScanner scanner, String line) {
    byte[] bytes = line.getBytes(UTF_8);
    assertThat(scanner.scan(bytes, 0, bytes.length)).isTrue();
    return KnownLines.copy(scanner);
  }

  /** What is read of lines, in words. */
  private static List<String> read(String text, boolean remembers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(text.getBytes(UTF_8));
    RecordReader reader = new RecordReader(new KnownCertificates());
    BlockReader blocks = new BlockReader(reader, remembers ? new KnownLines() : null);
    ReadBlock read = blocks.read(new Block(bytes.toByteArray(), bytes.size(), false));
    List<String> words = new ArrayList<>();
    read.records.forEach(record -> words.add(words(record)));
    read.skipped.forEach(one -> words.add(one.number + one.why + one.isStrange));
    words.add(read.lines + " lines");
    return words;
  }

  private static String words(SeenRecord record) {
    String when = record.first() + " " + record.last() + " " + record.count() + " ";
    RecordedFact fact = record.fact();
    if (fact == null) {
      // Their time and the like are those of the record alone.
      return when + record.line().kind() + record.line().members().keySet();
    }
    assertThat(fact.first).isEqualTo(record.first());
    assertThat(fact.last).isEqualTo(record.last());
    assertThat(fact.count).isEqualTo(record.count());
    StringBuilder words = new StringBuilder(when);
    Stream.of(
            fact.kind,
            fact.verdict,
            fact.action,
            fact.rules,
            fact.reason,
            fact.code,
            fact.method,
            fact.jar,
            fact.exception,
            fact.mode,
            fact.service,
            fact.instance,
            fact.process,
            fact.profile,
            fact.destination(),
            fact.what(),
            fact.peer().port(),
            fact.peer().sni())
        .forEach(value -> words.append(value).append('|'));
    if (fact.tls != null) {
      words.append(fact.tls.group()).append(fact.tls.dhBits()).append(fact.tls.resumed());
      words.append(fact.tls.provider()).append(fact.tls.engine()).append(fact.tls.alpn());
    } else {
      words.append(fact.aws.signature()).append(fact.aws.credential()).append(fact.aws.client());
    }
    return words.toString();
  }
}
