package dev.stockade.library.jodd;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.util.Map;

/** The response of Jodd HTTP that is given its request. */
final class JoddAnswers extends PlainAnswers {
  private final MethodByName code = new MethodByName("statusCode");
  private final FieldByName headers = new FieldByName("headers");

  JoddAnswers(AwsEnforcement watch) {
    super(watch);
  }

  /** Loads: the response, its request. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    answered(loads[1], loads[0]);
    return value;
  }

  @Override
  protected int status(Object response) throws Exception {
    return (Integer) code.on(response);
  }

  @Override
  protected String header(Object response, String wanted) throws Exception {
    for (Object entry : (Iterable<?>) headers.of(response)) {
      Map.Entry<?, ?> header = (Map.Entry<?, ?>) entry;
      if (wanted.equalsIgnoreCase((String) header.getKey())) {
        return String.valueOf(header.getValue());
      }
    }
    return null;
  }
}
