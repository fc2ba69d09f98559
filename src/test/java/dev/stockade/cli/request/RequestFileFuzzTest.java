package dev.stockade.cli.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A file of requests is read or refused with a sentence that shows nothing of it. */
class RequestFileFuzzTest {
  @SuppressWarnings("StringConcatToTextBlock") // the line ends are what is tried
  static Stream<byte[]> files() {
    return Stream.of(
            "GET /?a=1 HTTP/1.1\r\nHost: example.com\r\nX: a\r\n b\r\n\r\n",
            "> GET / HTTP/1.1\n> Host: a\n>\n< HTTP/1.1 200 OK\n",
            "curl 'https://a.example/x' \\\n  -H $'x: \\u0041' --data-raw \"{}\"",
            "curl ^\"https://a.example/x^\" ^\n  -H ^\"x: y^\" ^\n  --data-raw ^\"a=b^\"",
            "{\"log\":{\"entries\":[{\"request\":{\"method\":\"GET\",\"url\":\"https://a/x\","
                + "\"headers\":[{\"name\":\"h\",\"value\":\"v\"}],\"postData\":{\"text\":\"t\"}}}]}}",
            "DEBUG wire - http-outgoing-0 >> \"GET / HTTP/1.1[\\r][\\n]\"\n"
                + "DEBUG wire - http-outgoing-0 >> \"[\\r][\\n]\"\n",
            "x - botocore.endpoint - DEBUG - Sending http request: <AWSPreparedRequest"
                + " stream_output=False, method=GET, url=https://a/, headers={'Host': b'a'}>\n",
            "|00000000| 47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0a 0a |GET / HTTP/1.1..|\n",
            "127.0.0.1:1: GET https://a/x HTTP/2.0\n    Host: a\n\n << HTTP/2.0 200 OK 1b\n",
            "\n\nPOST / HTTP/1.1\nContent-Length: 3\n\nbody",
            "a >> \"GET / HTTP/1.",
            "POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n0\n\n",
            "{\"method\":\"GET\",\"target\":\"/\",\"headers\":[[\"Host\",\"example.com\"]],"
                + "\"tls\":true,\"bodyLength\":0,\"other\":{\"a\":[1,null]}}\n",
            " \n{\"method\":\"PUT\",\"target\":\"/\\u00e9\",\"headers\":null,"
                + "\"bodyGzipBase64\":\"H4sIAAAAAAAA/8vNTwEAGmYQhgMAAAA=\"}\n\n{\"method\":7}")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "1s")
  void anyFile(byte[] bytes) {
    try {
      RequestFile.read(
          "-",
          new ByteArrayInputStream(bytes),
          request -> {
            assertThat(request.head().method()).isNotNull();
            assertThat(request.head().target()).isNotNull();
          });
    } catch (UnreadableException e) {
      assertThat(e).hasNoCause();
      assertThat(e.getMessage())
          .matches(
              "-(:[0-9]+)?: (not a request line of HTTP|a header without a colon"
                  + "|not a request in JSON|not a HAR file|not a command of curl"
                  + "|a command of curl without an address|the bytes are no request of HTTP/1.1"
                  + "|not a request of HTTP in a wire log|a line of more than [0-9]+ bytes)");
    }
  }
}
