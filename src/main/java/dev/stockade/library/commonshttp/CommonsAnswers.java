package dev.stockade.library.commonshttp;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.MethodByName;

/** The method of Commons HttpClient, request and response in one, that has read its headers. */
final class CommonsAnswers extends PlainAnswers {
  private final MethodByName code = new MethodByName("getStatusCode");
  private final MethodByName header = new MethodByName("getResponseHeader", 1);
  private final MethodByName value = new MethodByName("getValue");

  CommonsAnswers(AwsEnforcement watch) {
    super(watch);
  }

  @Override
  public Object reached(int id, Object returned, Object[] loads) throws Exception {
    answered(loads[0], loads[0]);
    return returned;
  }

  @Override
  protected int status(Object method) throws Exception {
    return (Integer) code.on(method);
  }

  @Override
  protected String header(Object method, String name) throws Exception {
    Object found = header.on(method, name);
    return found == null ? null : (String) value.on(found);
  }
}
