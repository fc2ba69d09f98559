package dev.stockade.library.pekko;

import dev.stockade.aws.WantedBody;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.weave.reflect.MethodByName;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * A request of Pekko HTTP or Akka HTTP, with the headers that its renderer writes: what the entity
 * says of itself counts, not the headers of these names.
 */
final class PekkoRequest {
  static final String NAME = "pekko-http";

  private static final int MAX_BODY = 1 << 20;
  private static final String RAW_TARGET = "Raw-Request-URI";

  private final MethodByName method = new MethodByName("method");
  private final MethodByName acceptance = new MethodByName("requestEntityAcceptance");
  private final MethodByName name = new MethodByName("name");
  private final MethodByName value = new MethodByName("value");
  private final MethodByName uri = new MethodByName("uri");
  private final MethodByName originForm = new MethodByName("toHttpRequestTargetOriginForm");
  private final MethodByName headers = new MethodByName("getHeaders");
  private final MethodByName isRendered = new MethodByName("renderInRequests");
  private final MethodByName entity = new MethodByName("entity");
  private final MethodByName type = new MethodByName("getContentType");
  private final MethodByName length = new MethodByName("getContentLengthOption");
  private final MethodByName isStrict = new MethodByName("isStrict");
  private final MethodByName isChunked = new MethodByName("isChunked");
  private final MethodByName isEmpty = new MethodByName("isKnownEmpty");
  private final MethodByName data = new MethodByName("getData");
  private final MethodByName buffer = new MethodByName("asByteBuffer");

  String method(Object request) throws Exception {
    return (String) value.on(method.on(request));
  }

  /** As HTTP/1.1 writes it. */
  String target(Object request) throws Exception {
    for (Object header : headers(request)) {
      if (RAW_TARGET.equals(name.on(header))) {
        return (String) value.on(header);
      }
    }
    return pathAndQuery(request);
  }

  String pathAndQuery(Object request) throws Exception {
    return originForm.on(uri.on(request)).toString();
  }

  /** Adds what HTTP/1.1 says of the length besides {@link #fill}: one of the two, or nothing. */
  void frame(RequestHead head, Object request) throws Exception {
    Object body = entity.on(request);
    if ((Boolean) isEmpty.on(body)) {
      if (String.valueOf(acceptance.on(method.on(request))).equals("Expected")) {
        head.header("Content-Length", "0");
      }
    } else if ((Boolean) isChunked.on(body)) {
      head.header("Transfer-Encoding", "chunked");
    }
  }

  /** Adds headers, and the body where it lies in memory and is asked for. */
  void fill(RequestHead head, Object request) throws Exception {
    for (Object header : headers(request)) {
      String called = (String) name.on(header);
      if ((Boolean) isRendered.on(header) && !isOfEntity(called)) {
        head.header(called, (String) value.on(header));
      }
    }
    Object body = entity.on(request);
    String kind = String.valueOf(type.on(body));
    if (!kind.equals("none/none")) {
      head.header("Content-Type", kind);
    }
    OptionalLong size = (OptionalLong) length.on(body);
    if (size.isPresent() && size.getAsLong() > 0) {
      head.header("Content-Length", String.valueOf(size.getAsLong()));
    }
    if (WantedBody.isOf(head) && (Boolean) isStrict.on(body) && size.getAsLong() <= MAX_BODY) {
      ByteBuffer bytes = (ByteBuffer) buffer.on(data.on(body));
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      head.body(copy);
    }
  }

  private Iterable<?> headers(Object request) throws Exception {
    return (Iterable<?>) headers.on(request);
  }

  private static boolean isOfEntity(String name) {
    return name.equalsIgnoreCase("content-type")
        || name.equalsIgnoreCase("content-length")
        || name.equalsIgnoreCase("transfer-encoding");
  }
}
