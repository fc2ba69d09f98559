package dev.stockade.library.apache;

import dev.stockade.aws.WantedBody;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.weave.reflect.Call;
import dev.stockade.weave.reflect.Member;

/** What the requests of Apache HttpClient 4 and 5 have in common: their headers and bodies. */
final class ApacheRequest {
  private final Call headers;
  private final Call name = new Call("getName");
  private final Call value = new Call("getValue");
  private final Call entity = new Call("getEntity");
  private final Member original = new Member("original");
  private final Call length = new Call("getContentLength");
  private final Member[] contents = {new Member("content"), new Member("buf"), new Member("b")};

  /**
   * @param headers the method that gives all headers
   */
  ApacheRequest(String headers) {
    this.headers = new Call(headers);
  }

  void headers(Object request, RequestHead head) throws Exception {
    for (Object header : (Object[]) headers.on(request)) {
      header(header, head);
    }
  }

  void header(Object header, RequestHead head) throws Exception {
    head.header(name(header), value(header));
  }

  String name(Object header) throws Exception {
    return (String) name.on(header);
  }

  String value(Object header) throws Exception {
    return (String) value.on(header);
  }

  /** The body of a request that has it in memory; a stream is left alone. */
  void body(Object request, RequestHead head) throws Exception {
    if (!WantedBody.isOf(head) || !entity.isOn(request)) {
      return;
    }
    Object body = entity.on(request);
    if (body != null && body.getClass().getName().endsWith(".RequestEntityProxy")) {
      body = original.of(body);
    }
    if (body == null || !isOwn(body.getClass().getName())) {
      return;
    }
    for (Member content : contents) {
      byte[] bytes = (byte[]) content.ifPresent(body);
      // An entity may stand for a part of its array.
      if (bytes != null && bytes.length == (Long) length.on(body)) {
        head.body(bytes);
        return;
      }
    }
  }

  /** Apache's own entities, which write their array and nothing else; a subclass might. */
  private static boolean isOwn(String type) {
    return type.contains(".entity.")
        && (type.endsWith(".ByteArrayEntity")
            || type.endsWith(".NByteArrayEntity")
            || type.endsWith(".StringEntity")
            || type.endsWith(".NStringEntity")
            || type.endsWith(".UrlEncodedFormEntity"));
  }
}
