package dev.stockade.library.apache;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * Apache HttpClient 5 over HTTP/2: the headers that one stream is about to send. Servers send
 * theirs by the same method.
 *
 * <p>Of what is thrown here, HttpCore lets only a {@code ProtocolException} end the stream alone;
 * all else is also what the other streams of the connection fail with. HttpClient closes the
 * connection all the same, as it does whenever one of its requests fails.
 */
final class Apache5Http2 implements HookHandler {
  private final FieldByName multiplexer = new FieldByName("this$0");
  private final FieldByName resetTime = new FieldByName("localResetTime");
  private final MethodByName closeLocally = new MethodByName("markLocalClosed");
  private final MethodByName session = new MethodByName("getSSLSession");
  private final ApacheRequest requests = new ApacheRequest("getHeaders");
  private final AwsEnforcement watch;

  Apache5Http2(AwsEnforcement watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    List<?> headers = (List<?>) loads[1];
    String method = pseudo(headers, ":method");
    if (method == null) {
      return value;
    }
    boolean hasTls = session.on(multiplexer.of(loads[0])) != null;
    Transport transport = Apache5.transport(hasTls, pseudo(headers, ":scheme"));
    RequestHead head =
        watch.begin(transport, method, pseudo(headers, ":path"), pseudo(headers, ":authority"));
    for (Object header : headers) {
      if (!requests.name(header).startsWith(":")) {
        requests.header(header, head);
      }
    }
    SSLException refusal = watch.judge(Apache5.NAME, head, loads[0]);
    if (refusal != null) {
      forgetStream(loads[0]);
      throw new BlockException(natural(headers.get(0).getClass(), refusal));
    }
    return value;
  }

  private String pseudo(List<?> headers, String name) throws Exception {
    if (headers != null) {
      for (Object header : headers) {
        if (name.equals(requests.name(header))) {
          return requests.value(header);
        }
      }
    }
    return null;
  }

  /**
   * From HttpCore 5.4 on the stream would be reset on the wire, though the server does not know it:
   * it would have to end the connection (RFC 9113, section 6.4). So the stream is marked as already
   * reset.
   */
  private void forgetStream(Object channel) throws Exception {
    if (closeLocally.isOn(channel)) {
      closeLocally.on(channel);
      resetTime.setIfPresent(channel, System.currentTimeMillis());
    }
  }

  /**
   * Apache's own exception, found next to its header class; that is where it lies in copies too.
   */
  private static Throwable natural(Class<?> header, SSLException refusal) {
    String name = header.getName();
    int end = name.indexOf(".core5.");
    try {
      Class<?> type =
          Class.forName(
              name.substring(0, end) + ".core5.http.ProtocolException",
              true,
              header.getClassLoader());
      return (Throwable)
          type.getConstructor(String.class, Throwable.class)
              .newInstance(refusal.getMessage(), refusal);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      // Then the connection ends; the request must not go out.
      return refusal;
    }
  }
}
