package dev.stockade.library.apache;

import dev.stockade.aws.WantedBody;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;

/**
 * Reads what the requests of Apache HttpClient 4 and 5 have in common: their headers and bodies.
 */
final class ApacheRequest {
  private final MethodByName headers;
  private final MethodByName name = new MethodByName("getName");
  private final MethodByName value = new MethodByName("getValue");
  private final MethodByName entity = new MethodByName("getEntity");
  private final FieldByName original = new FieldByName("original");
  private final MethodByName length = new MethodByName("getContentLength");
  private final FieldByName[] contents = {
    new FieldByName("content"), new FieldByName("buf"), new FieldByName("b")
  };

  /**
   * @param headers the method that gives all headers
   */
  ApacheRequest(String headers) {
    this.headers = new MethodByName(headers);
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
    for (FieldByName content : contents) {
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
