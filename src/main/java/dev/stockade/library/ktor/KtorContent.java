package dev.stockade.library.ktor;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.weave.reflect.MethodByName;
import java.util.Iterator;
import java.util.Map;

/** The headers of a request and of its body as Ktor's engines merge them, and the body itself. */
final class KtorContent {
  private static final String TYPE = "Content-Type";
  private static final String LENGTH = "Content-Length";

  private final MethodByName headers = new MethodByName("getHeaders");
  private final MethodByName entries = new MethodByName("entries");
  private final MethodByName body = new MethodByName("getBody");
  private final MethodByName type = new MethodByName("getContentType");
  private final MethodByName length = new MethodByName("getContentLength");
  private final MethodByName bytes = new MethodByName("bytes");

  /**
   * Adds the headers. The type is the one that the body says, else the one among its headers; the
   * request's own is sent by newer versions, where there is no other.
   */
  void tellHeaders(RequestHead head, Object request) throws Exception {
    Object content = body.on(request);
    Object ofRequest = headers.on(request);
    Object ofContent = headers.on(content);
    fill(head, ofRequest);
    fill(head, ofContent);
    add(head, TYPE, type.on(content));
    add(head, TYPE, firstType(ofContent));
    add(head, TYPE, firstType(ofRequest));
    add(head, LENGTH, length.on(content));
  }

  /**
   * The body where it is in memory, else null. Of Ktor's own classes alone: a program's may do
   * anything when asked.
   */
  byte[] bytes(Object request) throws Exception {
    Object content = body.on(request);
    if (!content.getClass().getName().startsWith("io.ktor.") || !bytes.isOn(content)) {
      return null;
    }
    Object all = bytes.on(content);
    return all instanceof byte[] ? (byte[]) all : null;
  }

  private void fill(RequestHead head, Object all) throws Exception {
    for (Object each : (Iterable<?>) entries.on(all)) {
      Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
      String name = (String) entry.getKey();
      if (!name.equalsIgnoreCase(TYPE)) {
        for (Object value : (Iterable<?>) entry.getValue()) {
          head.header(name, (String) value);
        }
      }
    }
  }

  private String firstType(Object all) throws Exception {
    for (Object each : (Iterable<?>) entries.on(all)) {
      Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
      if (((String) entry.getKey()).equalsIgnoreCase(TYPE)) {
        Iterator<?> values = ((Iterable<?>) entry.getValue()).iterator();
        return values.hasNext() ? (String) values.next() : null;
      }
    }
    return null;
  }

  private static void add(RequestHead head, String name, Object value) {
    if (value != null && head.first(name) == null) {
      head.header(name, value.toString());
    }
  }
}
