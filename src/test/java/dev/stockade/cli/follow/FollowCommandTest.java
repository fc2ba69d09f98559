package dev.stockade.cli.follow;

import static dev.stockade.cli.journal.SeenFacts.AUDIT;
import static dev.stockade.cli.journal.SeenFacts.GOOD;
import static dev.stockade.cli.journal.SeenFacts.STATIC_RSA;
import static dev.stockade.cli.journal.SeenFacts.aws;
import static dev.stockade.cli.journal.SeenFacts.in;
import static dev.stockade.cli.journal.SeenFacts.out;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.stockade.cli.Cli;
import dev.stockade.cli.journal.TestJournal;
import dev.stockade.policy.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code follow}, as far as it ends by itself. */
class FollowCommandTest {
  @TempDir private Path folder;
  private Path journal;
  private Path state;

  @BeforeEach
  void fill() {
    journal = folder.resolve("j.ndjson");
    state = folder.resolve("state");
    try (TestJournal records = new TestJournal(journal, AUDIT)) {
      records.add(out("good", 443, "TLSv1.3", "TLS_AES_128_GCM_SHA256"));
      records.add(out("bad", 443, "TLSv1.2", STATIC_RSA));
      records.add(in("TLSv1.2", GOOD));
      records.add(aws("sqs.eu-west-1.amazonaws.com", Rule.AWS_UNSIGNED));
    }
  }

  @Test
  void eachRecordIsALineAndOnceWithState() throws IOException {
    Cli cli = Cli.run("follow", journal, "--stdout", "ndjson", "--once", "--state", state);
    assertThat(cli.exitCode()).describedAs("%s", cli).isZero();
    List<String> records = Files.readAllLines(journal);
    assertThat(cli.lines()).hasSameSizeAs(records);
    for (int i = 0; i < records.size(); i++) {
      assertThat(JsonParser.parseString(cli.lines().get(i)))
          .isEqualTo(JsonParser.parseString(records.get(i)));
    }

    assertThat(Cli.run("follow", journal, "--stdout", "ndjson", "--once", "--state", state).out())
        .isEmpty();
    Files.writeString(journal, records.get(1) + "\n", StandardOpenOption.APPEND);
    assertThat(Cli.run("follow", journal, "--stdout", "ndjson", "--once", "--state", state).lines())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocsf", "ecs", "emf"})
  void anotherProductsFormIsThatOfExportAndIsReadAgain(String form) throws IOException {
    String exported = Cli.run("export", journal, "--format", form).out();
    assertThat(Cli.run("follow", journal, "--stdout", form, "--once").out()).isEqualTo(exported);

    Path other = Files.writeString(folder.resolve("other.ndjson"), exported);
    assertThat(Cli.run("follow", other, "--stdout", form, "--once").out()).isEqualTo(exported);
  }

  @Test
  void countersOfATextFileGoOnAfterARestart() throws IOException {
    String first = text();
    assertThat(first)
        .contains(
            "stockade_tls_handshakes_total{service=\"orders\",instance=\"host-1\","
                + "outcome=\"handshake\",direction=\"out\",verdict=\"pass\",action=\"allowed\","
                + "tls_version=\"1.3\"} 1\n",
            "stockade_violations_total{service=\"orders\",instance=\"host-1\","
                + "rule=\"tls.forward-secrecy\",action=\"would-block\"} 1\n",
            "stockade_aws_requests_total{service=\"orders\",instance=\"host-1\","
                + "aws_service=\"sqs\",signature=\"valid\",",
            "stockade_follow_skipped_lines_total 0\n");
    assertThat(first).doesNotContain("# EOF");

    String weak =
        Files.readAllLines(journal).stream()
            .filter(l -> l.contains("bad"))
            .findFirst()
            .orElseThrow();
    Files.writeString(journal, weak + "\nno record\n", StandardOpenOption.APPEND);
    assertThat(text())
        .contains("rule=\"tls.forward-secrecy\",action=\"would-block\"} 2\n")
        .contains("stockade_follow_skipped_lines_total 1\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  private String text() throws IOException {
    Cli cli = Cli.run("follow", journal, "--textfile", folder, "--once", "--state", state);
    assertThat(cli.exitCode()).describedAs("%s", cli).isZero();
    return Files.readString(folder.resolve("stockade.prom"));
  }

  @Test
  void linesThatAreNoRecordsAreNamedByFileAndPlaceAndCounted() throws IOException {
    Files.writeString(
        journal,
        "{\"time\":\"2026\"}\n" + "[".repeat(500_000) + "\n" + "\u0000\n{}\n".repeat(20),
        StandardOpenOption.APPEND);
    Cli cli = Cli.run("follow", journal, "--stdout", "ndjson", "--once");
    assertThat(cli.exitCode()).isZero();
    assertThat(cli.err().lines()).hasSize(10);
    assertThat(cli.err()).contains("j.ndjson: the line before byte ", "only counted");
  }

  @Test
  void whatMakesNoSenseIsSaid() {
    assertSaid("nothing to hand on to");
    assertSaid("--otlp needs --state", "--otlp", "http://localhost:1");
    assertSaid("an address of http or https", "--otlp", "ftp://h", "--state", state);
    assertSaid("use --textfile", "--once", "--prometheus", ":0");
    assertSaid("there is no folder", "--textfile", folder.resolve("none"), "--once");
    assertSaid("is not an address", "--prometheus", "nine");
    assertSaid("'--every'", "--textfile", folder, "--every", "never");
  }

  @Test
  void aDamagedCheckpointIsSaid() throws IOException {
    text();
    Files.writeString(state.resolve("checkpoint.json"), "{\"version\":");
    assertSaid("no checkpoint of this version", "--textfile", folder, "--once", "--state", state);
  }

  private void assertSaid(String sentence, Object... words) {
    Object[] all = new Object[words.length + 2];
    all[0] = "follow";
    all[1] = journal;
    System.arraycopy(words, 0, all, 2, words.length);
    Cli cli = Cli.run(all);
    assertThat(cli.exitCode()).describedAs("%s", cli).isEqualTo(2);
    assertThat(cli.err()).contains(sentence).doesNotContain("\tat ");
  }
}
