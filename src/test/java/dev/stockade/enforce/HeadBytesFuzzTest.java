package dev.stockade.enforce;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a client writes: it is a head or it is none, and the bytes are left as they were. */
class HeadBytesFuzzTest {
  private static final AwsEnforcement WATCH = new AwsEnforcement(null, null, null, null);

  static Stream<byte[]> heads() {
    return Stream.of(
            "GET /?a=1 HTTP/1.1\r\nHost: example.com\r\nAccept: */*\r\n\r\n",
            "POST http://example.com/ HTTP/1.1\r\nHost:example.com\r\nX:\r\nY: a: b \r\n\r\nbody",
            "GET / HTTP/1.1\r\nno colon\r\n: no name\r\n folded\r\n",
            "GET /\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "\u0016\u0003\u0001\u0000\u0005")
        .map(text -> text.getBytes(ISO_8859_1));
  }

  @MethodSource("heads")
  @FuzzTest(maxDuration = "1s")
  void anyBytes(byte[] bytes) {
    ByteBuffer one = ByteBuffer.wrap(bytes, 0, bytes.length / 2);
    ByteBuffer other = ByteBuffer.wrap(bytes, bytes.length / 2, bytes.length - bytes.length / 2);

    RequestHead head = HeadBytes.read(WATCH, Transport.TLS, List.of(one, other));

    assertThat(one.remaining() + other.remaining()).isEqualTo(bytes.length);
    if (head != null) {
      String text = new String(bytes, ISO_8859_1);
      assertThat(text).startsWith(head.method() + ' ').contains(' ' + head.target() + ' ');
      assertThat(head.target()).doesNotContain("\r\n");
      for (int i = 0; i < head.size(); i++) {
        assertThat(text).contains("\r\n" + head.name(i) + ':');
        assertThat(head.value(i)).doesNotContain("\r\n");
      }
    }
  }
}
