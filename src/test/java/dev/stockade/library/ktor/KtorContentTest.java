package dev.stockade.library.ktor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Objects of the shape of Ktor's. */
class KtorContentTest {
  private static final Headers NONE = new Headers(Map.of());
  private static final Headers JSON = new Headers(Map.of("content-type", List.of("a/json", "b")));
  private static final Headers XML = new Headers(Map.of("Content-Type", List.of("a/xml")));

  private final KtorContent content = new KtorContent();

  @Test
  void theBodysTypeIsSentAndNotTheRequests() throws Exception {
    assertTypes(new Request(JSON, new Content(XML, "a/text")), "a/text");
    assertTypes(new Request(JSON, new Content(XML, null)), "a/xml");
    assertTypes(new Request(JSON, new Content(NONE, null)), "a/json");
    assertTypes(new Request(NONE, new Content(NONE, null)));
  }

  @Test
  void otherHeadersAreThoseOfBoth() throws Exception {
    Headers ofRequest = new Headers(Map.of("X-Amz-Date", List.of("now")));
    Headers ofContent = new Headers(Map.of("X-Two", List.of("1", "2")));
    RequestHead head = told(new Request(ofRequest, new Content(ofContent, null)));
    assertThat(head.first("x-amz-date")).isEqualTo("now");
    assertThat(head.first("x-two")).isEqualTo("1");
    assertThat(head.first("content-length")).isEqualTo("7");
    assertThat(head.size()).isEqualTo(4);
  }

  @Test
  void aBodyOfTheProgramsOwnClassIsNotAskedFor() throws Exception {
    assertThat(content.bytes(new Request(NONE, new Content(NONE, null)))).isNull();
  }

  private void assertTypes(Request request, String... types) throws Exception {
    RequestHead head = told(request);
    assertThat(head.first("content-type")).isEqualTo(types.length == 0 ? null : types[0]);
    assertThat(head.size()).isEqualTo(types.length + 1);
  }

  private RequestHead told(Request request) throws Exception {
    RequestHead head = new RequestHead().begin(Transport.TLS, "PUT", "/", null);
    content.tellHeaders(head, request);
    return head;
  }

  public record Request(Headers getHeaders, Content getBody) {}

  public record Headers(Map<String, List<String>> all) {
    public Set<Map.Entry<String, List<String>>> entries() {
      return all.entrySet();
    }
  }

  @SuppressWarnings("DoNotCallSuggester") // called by name
  public record Content(Headers getHeaders, String getContentType) {
    public Long getContentLength() {
      return 7L;
    }

    public byte[] bytes() {
      throw new IllegalStateException("asked");
    }
  }
}
