package dev.stockade.library.apache;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.reflect.MethodByName;

/** The connection of Apache HttpAsyncClient 4 that has read the head of a response. */
final class Apache4AsyncAnswers extends Apache4Answers {
  private final MethodByName response = new MethodByName("getHttpResponse");

  Apache4AsyncAnswers(AwsEnforcement watch) {
    super(watch);
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (areAwaited()) {
      answered(loads[0], response.on(loads[0]));
    }
    return value;
  }
}
