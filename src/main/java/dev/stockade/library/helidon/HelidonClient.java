package dev.stockade.library.helidon;

import dev.stockade.aws.WantedBody;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.io.UncheckedIOException;
import javax.net.ssl.SSLException;

/**
 * Helidon 4's WebClient: over HTTP/1.1 a request that has its connection, before the first byte of
 * it is written; over HTTP/2 the headers of a stream.
 *
 * <p>A refusal gives the connection back, as nothing else would: Helidon closes none that a call
 * fails on before it has an answer.
 */
final class HelidonClient implements HookHandler {
  static final int HTTP1 = 0;
  static final int HTTP2 = 1;

  private static final String NAME = "helidon";

  private final FieldByName entity = new FieldByName("entity");
  private final FieldByName given = new FieldByName("connection");
  private final MethodByName method = new MethodByName("method");
  private final MethodByName text = new MethodByName("text");
  private final MethodByName uri = new MethodByName("uri");
  private final MethodByName scheme = new MethodByName("scheme");
  private final MethodByName target = new MethodByName("pathWithQueryAndFragment");
  private final MethodByName path = new MethodByName("path");
  private final MethodByName authority = new MethodByName("authority");
  private final MethodByName httpHeaders = new MethodByName("httpHeaders");
  private final MethodByName name = new MethodByName("name");
  private final MethodByName values = new MethodByName("allValues");
  private final MethodByName release = new MethodByName("releaseResource");
  private final MethodByName close = new MethodByName("close");
  private final AwsEnforcement watch;

  HelidonClient(AwsEnforcement watch) {
    this.watch = watch;
  }

  /** Loads: of HTTP/1.1 the chain, connection, request, headers; else the stream, its headers. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    RequestHead head = id == HTTP2 ? http2(loads[1]) : http1(loads);
    SSLException refusal =
        head == null ? null : watch.judge(NAME, head, loads[id == HTTP2 ? 0 : 2]);
    if (refusal == null) {
      return value;
    }
    if (id == HTTP2) {
      close.on(loads[0]);
    } else if (given.of(loads[0]) == null) {
      release.on(loads[1]);
    }
    throw new BlockException(new UncheckedIOException(refusal));
  }

  private RequestHead http1(Object[] loads) throws Exception {
    Object to = uri.on(loads[2]);
    RequestHead head =
        watch.begin(
            transport(scheme.on(to)),
            (String) text.on(method.on(loads[2])),
            (String) target.on(to),
            null);
    // Of a body that will be streamed the program may have said the length; else it is not known.
    Object body = entity.ifPresent(loads[0]);
    byte[] bytes = body instanceof byte[] ? (byte[]) body : null;
    fill(head, loads[3], bytes != null);
    if (bytes != null) {
      head.header("Content-Length", String.valueOf(bytes.length));
      if (WantedBody.isOf(head)) {
        head.body(bytes);
      }
    }
    return head;
  }

  /** Null where these are trailers. */
  private RequestHead http2(Object headers) throws Exception {
    Object verb = method.on(headers);
    if (verb == null) {
      return null;
    }
    RequestHead head =
        watch.begin(
            transport(scheme.on(headers)),
            (String) text.on(verb),
            (String) path.on(headers),
            (String) authority.on(headers));
    fill(head, httpHeaders.on(headers), false);
    return head;
  }

  private void fill(RequestHead head, Object headers, boolean hasOtherLength) throws Exception {
    for (Object header : (Iterable<?>) headers) {
      String called = (String) name.on(header);
      if (called.startsWith(":") || (hasOtherLength && called.equalsIgnoreCase("content-length"))) {
        continue;
      }
      for (Object each : (Iterable<?>) values.on(header)) {
        head.header(called, (String) each);
      }
    }
  }

  private static Transport transport(Object scheme) {
    return "https".equals(scheme) ? Transport.TLS : Transport.CLEARTEXT;
  }
}
