package dev.stockade.library.apache;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;

/**
 * The head of a response to Apache HttpClient 5 over HTTP/1.1: returned by the connection that
 * wrote the request last, or given to what an asynchronous one made for the request.
 */
final class Apache5Answers extends PlainAnswers {
  static final int CLASSIC = 0;
  static final int ASYNC = 1;

  private final FieldByName request = new FieldByName("committedRequest");
  private final MethodByName code = new MethodByName("getCode");
  private final MethodByName header = new MethodByName("getFirstHeader", 1);
  private final MethodByName value = new MethodByName("getValue");

  Apache5Answers(AwsEnforcement watch) {
    super(watch);
  }

  @Override
  public Object reached(int id, Object returned, Object[] loads) throws Exception {
    if (id == CLASSIC) {
      answered(loads[0], returned);
    } else if (areAwaited()) {
      answered(request.of(loads[0]), loads[1]);
    }
    return returned;
  }

  @Override
  protected int status(Object response) throws Exception {
    return (Integer) code.on(response);
  }

  @Override
  protected String header(Object response, String name) throws Exception {
    Object found = header.on(response, name);
    return found == null ? null : (String) value.on(found);
  }
}
