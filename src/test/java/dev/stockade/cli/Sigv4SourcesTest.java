package dev.stockade.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.aws.Sigv4Command;
import dev.stockade.cli.command.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** One signed request in each form in which people have it. */
class Sigv4SourcesTest {
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
          + " SignedHeaders=host;x-amz-date,"
          + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
  private static final String RAW =
      "GET / HTTP/1.1\nHost: example.amazonaws.com\nX-Amz-Date: 20150830T123600Z\nAuthorization: "
          + AUTHORIZATION
          + "\n\n";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String words(byte[] file) throws IOException {
    Path credentials = folder.resolve("credentials");
    Files.writeString(
        credentials, "\uFEFFAKIDEXAMPLE wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY\n", UTF_8);
    Path requests = Files.write(folder.resolve("requests"), file);
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true),
            new PrintStream(err, true),
            "stockade.jar");
    String[] arguments = {
      "--credentials",
      credentials.toString(),
      "--clock",
      "2015-08-30T12:36:00Z",
      requests.toString()
    };
    out.reset();
    err.reset();
    Commands.run(arguments, new CommandLine(new Sigv4Command(console, host -> null)), console);
    StringBuilder words = new StringBuilder(err.toString(UTF_8).replace(folder + "/", ""));
    out.toString(UTF_8).lines().forEach(line -> words.append(line.split("\t", -1)[1]).append(' '));
    return words.toString().trim();
  }

  private String words(String text) throws IOException {
    return words(text.getBytes(ISO_8859_1));
  }

  @Test
  void whatCurlPrintsVerbosely() throws IOException {
    String sent = "> " + RAW.trim().replace("\n", "\n> ") + "\n>\n";
    String all =
        "* Trying 1.2.3.4:443...\n* Connected to x\n" + sent + "< HTTP/1.1 403 F\n< \n{\"m\":1}\n";

    assertThat(words(sent)).isEqualTo("valid");
    assertThat(words(all)).isEqualTo("valid");
    assertThat(words(all.replace("\n", "\r\n"))).isEqualTo("valid");
    assertThat(words("$ curl -v https://x\n" + all + all)).isEqualTo("valid valid");
    assertThat(words(all.replace("> ", "12:01:02.123456 > "))).isEqualTo("valid");
    assertThat(words(all.replace("GET / HTTP/1.1", "GET / HTTP/2"))).isEqualTo("valid");
    assertThat(words(all.replace("GET / ", "GET /x "))).isEqualTo("mismatch");
  }

  @Test
  void byteOrderMarksAndAnEditorsLastLineFeed() throws IOException {
    assertThat(words("\u00EF\u00BB\u00BF" + RAW)).isEqualTo("valid");
    assertThat(words(RAW.getBytes(UTF_16))).isEqualTo("valid");
    assertThat(words(("\uFEFF" + RAW).getBytes(Charset.forName("UTF-16LE")))).isEqualTo("valid");
    assertThat(words(RAW + "\n")).isEqualTo("valid");
    assertThat(words(RAW.trim())).isEqualTo("valid");
    assertThat(words(RAW.trim().replace("\n", "\r\n") + "\r\n\r\n\r\n")).isEqualTo("valid");
    assertThat(words(RAW + "body")).isEqualTo("rejected");
  }

  @Test
  void chunksOfHttpAreTakenOff() throws IOException {
    String chunked = RAW.trim() + "\nTransfer-Encoding: chunked\n\n0\r\n\r\n";
    String two = chunked.replace("0\r\n", "3;a=b\r\nabc\r\n2\r\nde\r\n0\r\n");

    assertThat(words(chunked)).isEqualTo("valid");
    assertThat(words(two)).isEqualTo("rejected");
    assertThat(out.toString(UTF_8)).contains("signed as empty and a body is sent");
    assertThat(words(chunked.replace("GET", "PUT").replace("0\r\n\r\n", "5\r\nab")))
        .isEqualTo("unverifiable");
  }

  @Test
  void commandsThatBrowsersCopy() throws IOException {
    String bash =
        "curl 'https://example.amazonaws.com/' \\\n  -H 'X-Amz-Date: 20150830T123600Z' \\\n"
            + "  -H $'Authorization: "
            + AUTHORIZATION.replace("=", "\\u003d")
            + "' \\\n  --compressed";
    String cmd =
        "curl ^\"https://example.amazonaws.com/^\" ^\r\n  -H ^\"X-Amz-Date: 20150830T123600Z^\" ^"
            + "\r\n  -H ^\"Authorization: "
            + AUTHORIZATION
            + "^\" ^\r\n  --compressed";

    assertThat(words(bash)).isEqualTo("valid");
    assertThat(words(bash + " ;\n" + bash + "\n")).isEqualTo("valid valid");
    assertThat(words(bash.replace("curl '", "curl -X GET '"))).isEqualTo("valid");
    assertThat(words(bash + " --data-raw 'a=b'")).isEqualTo("mismatch");
    assertThat(words(bash + " -X GET --data-raw 'a=b'")).isEqualTo("rejected");
    assertThat(words(bash + " --data-binary @file")).isEqualTo("unverifiable");
    assertThat(words(cmd)).isEqualTo("valid");
    assertThat(words("curl -H 'a: b'")).contains("a command of curl without an address");
  }

  @Test
  void httpArchives() throws IOException {
    String entry =
        """
        {"request": {"method": "GET", "url": "https://example.amazonaws.com/", "headers": [
          {"name": ":authority", "value": "example.amazonaws.com"},
          {"name": "x-amz-date", "value": "20150830T123600Z"},
          {"name": "authorization", "value": "%s"}], "bodySize": 0}, "response": {}}
        """
            .formatted(AUTHORIZATION);

    assertThat(
            words("{\"log\": {\"version\": \"1.2\", \"entries\": [" + entry + "," + entry + "]}}"))
        .isEqualTo("valid valid");
    assertThat(words(entry)).isEqualTo("valid");
    assertThat(words("{\"log\": {\"entries\": []}}")).isEqualTo("requests: no request in it");
    assertThat(words("{\"log\": {\"entries\": [{\"request\": {}}]}}"))
        .isEqualTo("requests: not a HAR file");
  }

  @Test
  void wireLogsOfTheSdks() throws IOException {
    StringBuilder wire = new StringBuilder("12:00 [main] INFO Demo - begin\n");
    StringBuilder headers = new StringBuilder();
    for (String line : RAW.split("\n", -1)) {
      wire.append("12:00 [main] DEBUG org.apache.http.wire - http-outgoing-0 >> \"")
          .append(line)
          .append("[\\r][\\n]\"\n");
      headers.append("12:00 DEBUG o.a.h.headers - http-outgoing-0 >> ").append(line).append("\n");
      if (line.isEmpty()) {
        break;
      }
    }
    String answer = "12:00 DEBUG wire - http-outgoing-0 << \"HTTP/1.1 403 Forbidden[\\r][\\n]\"\n";

    assertThat(words(wire + answer)).isEqualTo("valid");
    assertThat(words(headers.toString())).isEqualTo("valid");
    assertThat(words(headers + wire.toString() + answer + headers + wire)).isEqualTo("valid valid");
    assertThat(words(wire + "x http-outgoing-0 >> \"a[0xff]\"\n" + answer)).isEqualTo("rejected");
  }

  @Test
  void whatNettyLogsOfItsBytes() throws IOException {
    StringBuilder dump = new StringBuilder("DEBUG [id: 0x1] WRITE: 254B\n+---+\n");
    byte[] bytes = RAW.replace("\n", "\r\n").getBytes(ISO_8859_1);
    for (int at = 0; at < bytes.length; at += 16) {
      dump.append(String.format("|%08x| ", at));
      for (int i = at; i < at + 16; i++) {
        dump.append(i < bytes.length ? String.format("%02x ", bytes[i]) : "   ");
      }
      dump.append("|................|\n");
    }

    assertThat(words(dump + "DEBUG [id: 0x1] READ: 12B\n")).isEqualTo("valid");
  }

  @Test
  void whatTheCommandLineOfAwsLogs() throws IOException {
    String log =
        "2015-08-30 12:36:00,1 - MainThread - botocore.endpoint - DEBUG - Sending http request:"
            + " <AWSPreparedRequest stream_output=False, method=%s,"
            + " url=https://example.amazonaws.com/, headers={'X-Amz-Date': b'20150830T123600Z',"
            + " 'Authorization': b'"
            + AUTHORIZATION
            + "'%s}>\n2015-08-30 12:36:00,2 - MainThread - urllib3 - DEBUG - x\n";
    String canonical =
        """
        2015-08-30 12:36:00,0 - MainThread - botocore.auth - DEBUG - CanonicalRequest:
        GET
        /

        host:example.amazonaws.com
        x-amz-date:20150830T123600Z

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        2015-08-30 12:36:00,0 - MainThread - botocore.auth - DEBUG - StringToSign:
        x
        """;

    assertThat(words(log.formatted("GET", ""))).isEqualTo("valid");
    String length = ", 'Content-Length': '7'";
    assertThat(words(log.formatted("GET", length))).isEqualTo("valid");
    assertThat(words(log.formatted("POST", length))).isEqualTo("unverifiable");
    assertThat(words(canonical + log.formatted("POST", length))).isEqualTo("mismatch");
    assertThat(out.toString(UTF_8)).contains("the method was changed after signing");
    String other = log.formatted("GET", "").replace("bf31", "bf32");
    assertThat(words(canonical + other)).isEqualTo("mismatch");
    assertThat(out.toString(UTF_8)).contains("logged: another secret signed it");
  }

  @Test
  void whatMitmproxyPrints() throws IOException {
    String flow =
        "[12:36:00.1] 127.0.0.1:5: GET https://example.amazonaws.com/ HTTP/2.0\n    "
            + RAW.trim().substring(RAW.indexOf("X-Amz")).replace("\n", "\n    ")
            + "\n\n << HTTP/2.0 403 Forbidden 12b\n    server: x\n\n    {}\n";

    assertThat(words(flow + flow)).isEqualTo("valid valid");
  }

  @Test
  void aLineWithoutEndIsRefused() throws IOException {
    assertThat(words(RAW.trim() + "\nx: " + "a".repeat(2 << 20)))
        .isEqualTo("requests:5: a line of more than 1048576 bytes");
    assertThat(words("{\"method\":\"" + "a".repeat(17 << 20) + "\"}"))
        .startsWith("requests:1: a line of more than");
    assertThat(words("[".repeat(100_000))).isEqualTo("requests:1: not a request line of HTTP");
    assertThat(words("{\"a\":".repeat(100_000))).isEqualTo("requests:1: not a request in JSON");
  }
}
