package dev.stockade.cli.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.TestData;
import dev.stockade.cli.Commands;
import dev.stockade.cli.command.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class Sigv4CommandTest {
  private static final String CLOCK = "2015-08-30T12:36:00Z";

  /** The suite's vanilla request, signed with the published key of the documentation. */
  private static final String VALID =
      "GET / HTTP/1.1\nHost:example.amazonaws.com\nX-Amz-Date:20150830T123600Z\n"
          + "Authorization: AWS4-HMAC-SHA256"
          + " Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
          + " SignedHeaders=host;x-amz-date,"
          + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path credentials;

  @BeforeEach
  void writeCredentials() throws IOException {
    credentials =
        file(
            "credentials",
            """
            # the documentation's
            AKIDEXAMPLE wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY
            AKIALABLABLABLAB0001,labsecretlabsecret+/labsecretlabsecret00
            ASIALABLABLABLAB0002 = sessionsecret+/sessionsecretsessionsecret
            ASIAEXPRESS000000001   expresssecret/abcdefghijklmnop
            """);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int check(String clock, Path... files) {
    List<String> words = new ArrayList<>(List.of("--credentials", credentials.toString()));
    words.addAll(List.of("--clock", clock));
    for (Path file : files) {
      words.add(file.toString());
    }
    return run(words.toArray(new String[0]));
  }

  private int run(String... words) {
    Console console =
        new Console(
            new ByteArrayInputStream(VALID.getBytes(UTF_8)),
            new PrintStream(out, true),
            new PrintStream(err, true),
            "stockade.jar");
    return Commands.run(words, new CommandLine(new Sigv4Command(console, host -> null)), console);
  }

  private List<String> lines() {
    return out.toString(UTF_8).lines().toList();
  }

  @Test
  void rawRequestsWithEitherLineEndAreValid() throws IOException {
    Path lf = file("lf", VALID);
    Path crlf = file("crlf", VALID.replace("\n", "\r\n"));

    assertThat(check(CLOCK, lf, crlf)).isZero();
    assertThat(lines())
        .containsExactly(
            "1\tvalid\t-\tthe signature is right", "2\tvalid\t-\tthe signature is right");
    assertThat(err.size()).isZero();
  }

  @Test
  void standardInputIsADash() {
    assertThat(run("--credentials", credentials.toString(), "--clock", CLOCK, "-")).isZero();
    assertThat(lines()).containsExactly("1\tvalid\t-\tthe signature is right");
  }

  @Test
  void eachKindOfTroubleHasItsWord() throws IOException {
    int code =
        check(
            CLOCK,
            file("a", VALID.replace("GET /", "GET /x")),
            file("b", VALID.replace("bf31", "")),
            file("c", VALID.replaceAll("Authorization.*\n", "")),
            file("d", VALID.replaceAll("AWS4-HMAC.*", "AWS AKIDEXAMPLE:c2ln")),
            file("e", VALID.replace("AKIDEXAMPLE", "AKIDOTHER")));

    assertThat(code).isEqualTo(1);
    assertThat(lines())
        .extracting(line -> line.substring(0, line.lastIndexOf('\t')))
        .containsExactly(
            "1\tmismatch\taws.signature.mismatch",
            "2\tmalformed\taws.signature.malformed",
            "3\tunsigned\t-",
            "4\tlegacy\taws.signature.legacy",
            "5\tunverifiable\t-");
    assertThat(lines()).allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(4));
  }

  @Test
  void aRightSignatureOfAnotherTimeIsRejectedByItsWordAndCode() throws IOException {
    assertThat(check("2015-08-30T12:50:00Z", file("a", VALID))).isEqualTo(1);
    assertThat(lines())
        .containsExactly(
            "1\tskewed\taws.signature.skew\tthe signing date is 14 min behind the time of --clock");
  }

  @Test
  void anotherRegionOrServiceThanTheGivenOneIsOutOfScope() throws IOException {
    String file = file("a", VALID).toString();
    String[] words = {"--credentials", credentials.toString(), "--clock", CLOCK, file, "", ""};

    words[5] = "--region";
    words[6] = "eu-west-1";
    assertThat(run(words)).isEqualTo(1);
    words[6] = "us-east-1";
    assertThat(run(words)).isZero();
    words[5] = "--service";
    words[6] = "s3";
    assertThat(run(words)).isEqualTo(1);
    assertThat(lines())
        .containsExactly(
            "1\tout-of-scope\taws.signature.scope\tthe credential scope says us-east-1/service,"
                + " the host is eu-west-1/service",
            "1\tvalid\t-\tthe signature is right",
            "1\tout-of-scope\taws.signature.scope\tthe credential scope says us-east-1/service,"
                + " the host is us-east-1/s3");
  }

  @Test
  void jsonLinesAreReadAndNumberedThrough() throws IOException {
    String json =
        "{\"method\":\"GET\",\"target\":\"/\",\"bodyLength\":0,\"more\":{\"a\":[1]},\"headers\":["
            + "[\"Host\",\"example.amazonaws.com\"],[\"X-Amz-Date\",\"20150830T123600Z\"],"
            + "[\"Authorization\",\""
            + VALID.replaceAll("(?s).*Authorization: (.*)\n\n", "$1")
            + "\"]]}\n";

    assertThat(check(CLOCK, file("one", VALID), file("two", json + "\n" + json))).isZero();
    assertThat(lines()).hasSize(3).last().isEqualTo("3\tvalid\t-\tthe signature is right");
  }

  @Test
  void whatCannotBeReadIsNamedWithFileAndLine() throws IOException {
    Path bad = file("bad", "{\"method\":\"GET\",\"target\":\"/\"}\n{\"method\":\n");
    assertThat(check(CLOCK, bad)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isEqualTo(bad + ":2: not a request in JSON\n");

    err.reset();
    Path raw = file("raw", "GET / HTTP/1.1\nHost: a\nno colon\n\n");
    assertThat(check(CLOCK, raw)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isEqualTo(raw + ":3: a header without a colon\n");

    err.reset();
    Path none = folder.resolve("none");
    assertThat(check(CLOCK, none)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isEqualTo(none + ": cannot be read\n");

    err.reset();
    Files.writeString(credentials, "# a comment\nAKIDEXAMPLE\n");
    assertThat(check(CLOCK, file("a", VALID))).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo(credentials + ":2: not an access key id and a secret\n");
  }

  @Test
  void wrongUsageIsRefused() {
    assertThat(run("--credentials")).isEqualTo(2);
    assertThat(run("requests")).isEqualTo(2);
    assertThat(run("--credentials", credentials.toString(), "--clock", "noon", "x")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--credentials=FILE", "--clock: not a time");
  }

  @Test
  void theRequestsOfTheSdksGetTheExpectedWords() throws IOException {
    Path corpus = TestData.file("aws/sdk-requests.jsonl");

    assertThat(check("2026-11-23T20:25:00Z", corpus)).isEqualTo(1);

    List<String> requests = Files.readAllLines(corpus);
    assertThat(lines()).hasSameSizeAs(requests);
    for (int i = 0; i < requests.size(); i++) {
      String word = lines().get(i).split("\t", -1)[1];
      if (requests.get(i).contains("\"expect\":\"OK\"")) {
        boolean isLatin1 = lines().get(i).contains("sent as ISO-8859-1, S3 rejects it");
        String right = isLatin1 ? "rejected" : "valid";
        // At this clock some presigned requests are over.
        String rule = lines().get(i).split("\t", -1)[2];
        assertThat(word)
            .as(lines().get(i))
            .isEqualTo(rule.equals("aws.signature.expired") ? "expired" : right);
      } else {
        assertThat(word).isIn("unsigned", "legacy");
      }
    }
    assertThat(out.toString(UTF_8)).doesNotContain("labsecret", "sessionsecret", "LABLAB");
  }
}
