package dev.stockade.library.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.library.HttpProgram;
import dev.stockade.library.LibraryTestKit;
import dev.stockade.policy.rule.Mode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.netty.buffer.ChannelBuffer;
import org.jboss.netty.buffer.ChannelBuffers;
import org.jboss.netty.handler.codec.embedder.CodecEmbedderException;
import org.jboss.netty.handler.codec.embedder.EncoderEmbedder;
import org.jboss.netty.handler.codec.http.DefaultHttpRequest;
import org.jboss.netty.handler.codec.http.HttpMethod;
import org.jboss.netty.handler.codec.http.HttpRequest;
import org.jboss.netty.handler.codec.http.HttpRequestEncoder;
import org.jboss.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;

/** Netty 3 lets bytes pass that follow a head, whatever became of the head. */
class Netty3BodyTest {
  @Test
  void theBodyOfARefusedRequestIsRefusedAndTheNextRequestIsNot() throws Exception {
    try (LibraryTestKit kit = new LibraryTestKit(Mode.ENFORCE)) {
      HttpProgram program = kit.program(Program.class, "org.jboss.netty.");

      assertThat(program.get(null, Map.of("Host", "s3.eu-west-1.amazonaws.com"))).isEqualTo(1);
      assertThat(program.get(null, Map.of("Host", "orders.acme.com"))).isEqualTo(3);
      assertThat(kit.internalErrors()).isZero();
    }
  }

  /** Writes a head to the host that is named, its body, and a head to another; counts what goes. */
  static final class Program implements HttpProgram {
    @Override
    public int get(URI server, Map<String, String> headers) {
      EncoderEmbedder<ChannelBuffer> encoder = new EncoderEmbedder<>(new HttpRequestEncoder());
      int written = 0;
      written += offer(encoder, head(headers.get("Host")));
      written += offer(encoder, ChannelBuffers.copiedBuffer("secret", StandardCharsets.US_ASCII));
      written += offer(encoder, head("orders.acme.com"));
      return written;
    }

    private static HttpRequest head(String host) {
      HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.PUT, "/b/k");
      head.headers().set("Host", host);
      return head;
    }

    private static int offer(EncoderEmbedder<ChannelBuffer> encoder, Object message) {
      try {
        return encoder.offer(message) ? 1 : 0;
      } catch (CodecEmbedderException e) {
        return 0;
      }
    }
  }
}
