package dev.stockade.library.jetty;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.MethodByName;

/** The exchange of Jetty's HttpClient 9.4 to 12 that has all headers of its response. */
final class JettyAnswers extends PlainAnswers {
  private final MethodByName response = new MethodByName("getResponse");
  private final MethodByName status = new MethodByName("getStatus");
  private final MethodByName headers = new MethodByName("getHeaders");
  private final MethodByName name = new MethodByName("getName");
  private final MethodByName value = new MethodByName("getValue");

  JettyAnswers(AwsEnforcement watch) {
    super(watch);
  }

  @Override
  public Object reached(int id, Object returned, Object[] loads) throws Exception {
    answered(loads[0], loads[0]);
    return returned;
  }

  @Override
  protected int status(Object exchange) throws Exception {
    return (Integer) status.on(response.on(exchange));
  }

  @Override
  protected String header(Object exchange, String wanted) throws Exception {
    for (Object field : (Iterable<?>) headers.on(response.on(exchange))) {
      if (wanted.equalsIgnoreCase((String) name.on(field))) {
        return (String) value.on(field);
      }
    }
    return null;
  }
}
