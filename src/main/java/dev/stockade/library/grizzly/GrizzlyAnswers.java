package dev.stockade.library.grizzly;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.MethodByName;

/** A response whose headers Grizzly has read: it knows its request. */
final class GrizzlyAnswers extends PlainAnswers {
  private final MethodByName request = new MethodByName("getRequest");
  private final MethodByName status = new MethodByName("getStatus");
  private final MethodByName headers = new MethodByName("getHeaders");
  private final GrizzlyHeaders fields = new GrizzlyHeaders();

  GrizzlyAnswers(AwsEnforcement watch) {
    super(watch);
  }

  /** There is no request where the server answered without being asked. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (areAwaited()) {
      Object sent = request.on(loads[0]);
      if (sent != null) {
        answered(sent, loads[0]);
      }
    }
    return value;
  }

  @Override
  protected int status(Object response) throws Exception {
    return (Integer) status.on(response);
  }

  @Override
  protected String header(Object response, String wanted) throws Exception {
    Object all = headers.on(response);
    for (int i = 0; i < fields.size(all); i++) {
      if (wanted.equalsIgnoreCase(fields.name(all, i))) {
        return fields.value(all, i);
      }
    }
    return null;
  }
}
