package dev.stockade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.aws.Sigv4Command;
import dev.stockade.cli.command.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The errors of signers that people write themselves are named. */
class Sigv4HandMadeTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String BODY = "{\"a\":1}";

  @TempDir Path folder;

  private String method = "POST";
  private String path = "/a%252520b";
  private String query = "a=1&b=2%203";
  private String lines =
      "content-type:application/json; x=Y\nhost:h.example\nx-amz-date:20150830T123600Z\n";
  private String blank = "\n";
  private String payload = BODY;
  private String end = "";
  private String keyRegion = "us-east-1";
  private String prefix = "AWS4";

  /** Signs what the fields say and sends what a right signer would. */
  private String reason() throws Exception {
    String canonical =
        String.join("\n", method, path, query, lines + blank.replace("\n", ""))
            + blank
            + "content-type;host;x-amz-date\n"
            + sha256(payload)
            + end;
    byte[] key = (prefix + SECRET).getBytes(UTF_8);
    for (String part : new String[] {"20150830", keyRegion, "execute-api", "aws4_request"}) {
      key = hmac(key, part);
    }
    String scope = "20150830/us-east-1/execute-api/aws4_request";
    byte[] signature =
        hmac(key, "AWS4-HMAC-SHA256\n20150830T123600Z\n" + scope + "\n" + sha256(canonical));
    String request =
        "POST /a%2520b?b=2+3&a=1 HTTP/1.1\nContent-Type: application/json; x=Y\nHost: h.example\n"
            + "X-Amz-Date: 20150830T123600Z\nX-Extra: 1\nContent-Length: 7\n"
            + "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"
            + scope
            + ", SignedHeaders=content-type;host;x-amz-date, Signature="
            + HexFormat.of().formatHex(signature)
            + "\n\n"
            + BODY;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path credentials = Files.writeString(folder.resolve("keys"), "AKIDEXAMPLE " + SECRET + "\n");
    Console console =
        new Console(
            new ByteArrayInputStream(request.getBytes(UTF_8)),
            new PrintStream(out, true),
            new PrintStream(out, true),
            "stockade.jar");
    String[] words = {
      "--credentials", credentials.toString(), "--clock", "2015-08-30T12:36:00Z", "-"
    };
    Commands.run(words, new CommandLine(new Sigv4Command(console, host -> null)), console);
    String[] columns = out.toString(UTF_8).trim().split("\t", -1);
    assertThat(out.toString(UTF_8)).doesNotContain(SECRET, HexFormat.of().formatHex(signature));
    return columns[1] + " " + columns[3];
  }

  private static byte[] hmac(byte[] key, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }

  private static String sha256(String text) throws Exception {
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(sum);
  }

  @Test
  void aRightOneIsValid() throws Exception {
    assertThat(reason()).isEqualTo("valid the signature is right");
  }

  @Test
  void aChangedPartIsNamed() throws Exception {
    method = "GET";
    assertThat(reason())
        .isEqualTo("mismatch the method was signed as GET: signed so, the signature comes out");
    method = "POST";
    query = "b=2%203&a=1";
    assertThat(reason()).startsWith("mismatch the query was signed in another order");
    query = "";
    assertThat(reason()).startsWith("mismatch the query was not signed");
  }

  @Test
  void aHeaderIsNamed() throws Exception {
    String right = lines;
    lines = right.replace("; x=Y", "");
    assertThat(reason())
        .startsWith("mismatch header `content-type` was signed without its parameters");
    lines = right.replace("host:h.example\n", "");
    assertThat(reason())
        .startsWith("mismatch header `host` is in SignedHeaders and was not signed");
    lines = right + "x-extra:1\n";
    assertThat(reason())
        .startsWith("mismatch header `x-extra` was signed and is not in SignedHeaders");
    lines = right.replace(":h", ": h").replace(":a", ": a").replace(":2", ": 2");
    assertThat(reason())
        .startsWith("mismatch the headers were signed with a space after the colon");
  }

  @Test
  void theBlankLineThePayloadAndTheEndAreNamed() throws Exception {
    blank = "";
    assertThat(reason()).startsWith("mismatch the empty line after the headers was not signed");
    blank = "\n";
    payload = BODY + "\n";
    assertThat(reason()).startsWith("mismatch the payload was signed with a line feed at its end");
    payload = BODY;
    end = "\n";
    assertThat(reason()).startsWith("mismatch a line feed was signed after the canonical request");
  }

  @Test
  void theKeyIsNamed() throws Exception {
    prefix = "";
    assertThat(reason()).startsWith("mismatch the secret was used without AWS4 before it");
    prefix = "AWS4";
    keyRegion = "eu-west-1";
    assertThat(reason()).startsWith("mismatch the key was derived for the region eu-west-1");
  }

  @Test
  void twoErrorsAreFound() throws Exception {
    end = "\n";
    query = "";
    assertThat(reason())
        .isEqualTo(
            "mismatch the query was not signed; a line feed was signed after the canonical"
                + " request: signed so, the signature comes out");
  }

  @Test
  void whatIsNotAmongThemIsSaidAsBefore() throws Exception {
    lines = "host:other\n";
    method = "PUT";
    query = "z";
    assertThat(reason()).startsWith("mismatch the signature is not the one that the known key");
  }
}
