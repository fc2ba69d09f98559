package dev.stockade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stockade.cli.Sigv4Command.UnreadableException;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A file of requests is read or refused with a sentence that shows nothing of it. */
class RequestFileFuzzTest {
  static Stream<byte[]> files() {
    return Stream.of(
            "GET /?a=1 HTTP/1.1\r\nHost: example.com\r\nX: a\r\n b\r\n\r\n",
            "\n\nPOST / HTTP/1.1\nContent-Length: 3\n\nbody",
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
          head -> {
            assertThat(head.method()).isNotNull();
            assertThat(head.target()).isNotNull();
          });
    } catch (UnreadableException e) {
      assertThat(e).hasNoCause();
      assertThat(e.getMessage())
          .matches(
              "-(:[0-9]+)?: (not a request line of HTTP|a header without a colon"
                  + "|not a request in JSON)");
    }
  }
}
