package dev.stockade.library.jdk;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.util.List;
import java.util.Map;

/**
 * The head of a response to {@code java.net.http.HttpClient}, made with the request that it is for;
 * over each version of HTTP.
 */
final class JdkAnswers extends PlainAnswers {
  private final MethodByName requestHeaders = new MethodByName("headers");
  private final FieldByName headers = new FieldByName("headers");
  private final FieldByName statusCode = new FieldByName("statusCode");
  private final MethodByName map = new MethodByName("map");

  JdkAnswers(AwsEnforcement watch) {
    super(watch);
  }

  /** Loads: the response, the request. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (areAwaited() && loads[1] != null) {
      Object sent = requestHeaders.on(loads[1]);
      if (first(sent, "amz-sdk-invocation-id") == null) {
        answeredTo(first(sent, "Authorization"), loads[0]);
      }
    }
    return value;
  }

  @Override
  protected int status(Object response) throws Exception {
    return (Integer) statusCode.of(response);
  }

  @Override
  protected String header(Object response, String name) throws Exception {
    return first(headers.of(response), name);
  }

  /** The map knows names in any case. */
  private String first(Object headers, String name) throws Exception {
    List<?> values = (List<?>) ((Map<?, ?>) map.on(headers)).get(name);
    return values == null || values.isEmpty() ? null : (String) values.get(0);
  }
}
