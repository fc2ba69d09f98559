package dev.stockade.library.okhttp;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.MethodByName;

/** What the last interceptor of OkHttp 3.4 and newer returns to its chain. */
final class OkHttpAnswers extends PlainAnswers {
  private final MethodByName code = new MethodByName("code");
  private final MethodByName header = new MethodByName("header", 1);

  OkHttpAnswers(AwsEnforcement watch) {
    super(watch);
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    answered(loads[0], value);
    return value;
  }

  @Override
  protected int status(Object response) throws Exception {
    return (Integer) code.on(response);
  }

  @Override
  protected String header(Object response, String name) throws Exception {
    return (String) header.on(response, name);
  }
}
