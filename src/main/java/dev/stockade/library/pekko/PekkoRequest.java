package dev.stockade.library.pekko;

import dev.stockade.aws.WantedBody;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.weave.reflect.Call;
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

  private final Call method = new Call("method");
  private final Call name = new Call("name");
  private final Call value = new Call("value");
  private final Call uri = new Call("uri");
  private final Call originForm = new Call("toHttpRequestTargetOriginForm");
  private final Call headers = new Call("getHeaders");
  private final Call isRendered = new Call("renderInRequests");
  private final Call entity = new Call("entity");
  private final Call type = new Call("getContentType");
  private final Call length = new Call("getContentLengthOption");
  private final Call isStrict = new Call("isStrict");
  private final Call data = new Call("getData");
  private final Call buffer = new Call("asByteBuffer");

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
    return name.equalsIgnoreCase("content-type") || name.equalsIgnoreCase("content-length");
  }
}
