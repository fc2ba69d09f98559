package dev.stockade.library.helidon;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.MethodByName;
import java.util.List;

/**
 * The response that Helidon's WebClient has read for a request, or on a stream: as an object with
 * headers, or, over HTTP/2, as the headers themselves.
 */
final class HelidonAnswers extends PlainAnswers {
  private final MethodByName status = new MethodByName("status");
  private final MethodByName code = new MethodByName("code");
  private final MethodByName headers = new MethodByName("headers");
  private final MethodByName httpHeaders = new MethodByName("httpHeaders");
  private final MethodByName name = new MethodByName("name");
  private final MethodByName values = new MethodByName("allValues");

  HelidonAnswers(AwsEnforcement watch) {
    super(watch);
  }

  /** Loads: the request of a call, or the stream. */
  @Override
  public Object reached(int id, Object returned, Object[] loads) throws Exception {
    answered(loads[0], returned);
    return returned;
  }

  @Override
  protected int status(Object response) throws Exception {
    return (Integer) code.on(status.on(response));
  }

  @Override
  protected String header(Object response, String wanted) throws Exception {
    Object all = (httpHeaders.isOn(response) ? httpHeaders : headers).on(response);
    for (Object header : (Iterable<?>) all) {
      if (wanted.equalsIgnoreCase((String) name.on(header))) {
        return (String) ((List<?>) values.on(header)).get(0);
      }
    }
    return null;
  }
}
