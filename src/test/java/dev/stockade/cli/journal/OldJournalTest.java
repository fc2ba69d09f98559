package dev.stockade.cli.journal;

import static dev.stockade.cli.journal.SeenFacts.AUDIT;
import static dev.stockade.cli.journal.SeenFacts.STATIC_RSA;
import static dev.stockade.cli.journal.SeenFacts.count;
import static dev.stockade.cli.journal.SeenFacts.json;
import static dev.stockade.cli.journal.SeenFacts.out;
import static dev.stockade.cli.journal.SeenFacts.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.cli.Cli;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Journals of every generation stay readable. The one in the resources was written by a build
 * before 0.1.0 in two runs of a program, and is never to change; the other generation has fields
 * and kinds that this version may not know.
 */
class OldJournalTest {
  private static final String HEAD =
      "sha256:ebe215493c3bf212f85f6e525b6759d6f31c04fd2cc70fcb03e4c2a66e356ea0";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void copy() throws IOException {
    file = folder.resolve("j.ndjson");
    try (InputStream in = Cli.class.getResourceAsStream("before-0.1.0.ndjson")) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void itsChainIsFollowedAndGoesOnInTheNewGeneration() throws IOException {
    assertThat(Files.readString(file)).doesNotContain("\"process\"");
    Cli old = Cli.run("verify", file);
    assertThat(old.exitCode()).isZero();
    assertThat(old.lines()).containsExactly(file + ": whole, 16 records, head " + HEAD);

    try (TestJournal journal = new TestJournal(file, AUDIT, true, 0)) {
      journal.add(out("host", 443, "TLSv1.2", STATIC_RSA));
    }
    assertThat(Files.readString(file)).contains("\"process\"", HEAD);
    Cli both = Cli.run("verify", file);
    assertThat(both.exitCode()).describedAs("%s", both).isZero();
    assertThat(both.out()).contains("whole, 19 records");
  }

  @Test
  void itIsReplayedAndExceptionsAreSuggestedForIt() throws IOException {
    Path policy = write(folder, "p.yaml", "mode: enforce\n");

    JsonObject result = json(Cli.run("whatif", "--policy", policy, file, "-o", "json"));

    JsonObject seen = result.getAsJsonObject("seen");
    assertThat(seen.get("handshakes").getAsInt()).isEqualTo(10);
    assertThat(seen.get("requests").getAsInt()).isEqualTo(2);
    assertThat(seen.get("reported").getAsInt()).isEqualTo(4);
    assertThat(seen.get("otherRecords").toString()).isEqualTo("{\"lifecycle\":4,\"tamper\":2}");
    assertThat(count(result, "newly blocked")).isEqualTo(4);
    assertThat(result.get("skippedLines").getAsInt()).isZero();
    assertThat(Cli.run("suggest-exceptions", file).lines())
        .anyMatch(line -> line.contains("port: 27443"))
        .anyMatch(line -> line.contains("sqs.eu-west-1.amazonaws.com"));
  }

  @Test
  void kindsOfLaterVersionsAreNoHandshakesAndNoRequests() throws IOException {
    String start = "{\"time\":\"2026-11-29T03:04:43.894Z\",\"seq\":2,\"kind\":";
    String context = "\"rule\":\"x\",\"process\":\"00112233445566aa\",\"stockade\":\"0.2.0\"}\n";
    String aws =
        "\"verdict\":\"violation\",\"action\":\"would-block\",\"aws\":{\"service\":\"sqs\"},";
    Path later =
        write(
            folder,
            "later.ndjson",
            start
                + "\"tls.certificate\",\"x509\":{\"sha256\":\"ab\",\"names\":[\"a\"]},"
                + context
                + start
                + "\"aws.answer\","
                + aws
                + "\"http\":{\"status\":403},"
                + context
                + start
                + "\"aws.unseen\","
                + aws
                + context
                + start
                + "\"tls.tomorrow\","
                + context
                + start
                + "\"tls.handshake\",\"verdict\":\"pass\",\"action\":\"allowed\",\"direction\":\"out\","
                + "\"certificate\":\"00112233445566aa\",\"peer\":{\"host\":\"a\",\"port\":443},"
                + "\"tls\":{\"version\":\"TLSv1.3\",\"cipher\":\"TLS_AES_128_GCM_SHA256\",\"alpn\":\"h2\","
                + "\"durationMillis\":12},"
                + context);
    Path policy = write(folder, "p.yaml", "mode: enforce\n");

    Cli cli = Cli.run("whatif", "--policy", policy, later);
    assertThat(cli.exitCode()).isZero();
    assertThat(cli.err()).isEmpty();
    assertThat(cli.lines()).contains("unchanged            1", "newly blocked        0");
    JsonObject seen =
        json(Cli.run("whatif", "--policy", policy, later, "-o", "json")).getAsJsonObject("seen");
    assertThat(seen.get("requests").getAsInt()).isZero();
    assertThat(seen.get("otherRecords").toString())
        .isEqualTo("{\"aws.answer\":1,\"aws.unseen\":1,\"tls.certificate\":1,\"tls.tomorrow\":1}");
    assertThat(Cli.run("suggest-exceptions", later).out()).doesNotContain("sqs");
  }

  @Test
  void aJournalOfWhichNoLineCanBeReadIsNoAnswer() throws IOException {
    Path torn = write(folder, "torn.ndjson", "{\"time\":\"20\n{\"kind\":\"tls.handshake\"}\n");
    Path policy = write(folder, "p.yaml", "mode: enforce\n");

    Cli cli = Cli.run("whatif", "--policy", policy, torn);
    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err())
        .contains("none of the lines is a record that this version can read: ", "torn.ndjson:1: ");
    assertThat(Cli.run("suggest-exceptions", torn).exitCode()).isEqualTo(2);
    assertThat(Cli.run("whatif", "--policy", policy, torn, file).exitCode()).isZero();
  }
}
