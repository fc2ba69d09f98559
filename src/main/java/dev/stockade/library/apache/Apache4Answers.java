package dev.stockade.library.apache;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.MethodByName;

/** The head that a connection of Apache HttpClient 4 returns: of the request it wrote last. */
class Apache4Answers extends PlainAnswers {
  private final MethodByName line = new MethodByName("getStatusLine");
  private final MethodByName code = new MethodByName("getStatusCode");
  private final MethodByName header = new MethodByName("getFirstHeader", 1);
  private final MethodByName value = new MethodByName("getValue");

  Apache4Answers(AwsEnforcement watch) {
    super(watch);
  }

  @Override
  public Object reached(int id, Object returned, Object[] loads) throws Exception {
    answered(loads[0], returned);
    return returned;
  }

  @Override
  protected int status(Object response) throws Exception {
    return (Integer) code.on(line.on(response));
  }

  @Override
  protected String header(Object response, String name) throws Exception {
    Object found = header.on(response, name);
    return found == null ? null : (String) value.on(found);
  }
}
