package dev.stockade.library.apache;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.util.List;

/** The headers that a stream of Apache HttpClient 5 over HTTP/2 has received. */
final class Apache5Http2Answers extends PlainAnswers {
  private final FieldByName channel = new FieldByName("outputChannel");
  private final MethodByName name = new MethodByName("getName");
  private final MethodByName value = new MethodByName("getValue");

  Apache5Http2Answers(AwsEnforcement watch) {
    super(watch);
  }

  @Override
  public Object reached(int id, Object returned, Object[] loads) throws Exception {
    if (areAwaited()) {
      answered(channel.of(loads[0]), loads[1]);
    }
    return returned;
  }

  /** Trailers have none. */
  @Override
  protected int status(Object headers) throws Exception {
    String status = header(headers, ":status");
    return status == null ? 0 : Integer.parseInt(status);
  }

  @Override
  protected String header(Object headers, String wanted) throws Exception {
    for (Object header : (List<?>) headers) {
      if (wanted.equalsIgnoreCase((String) name.on(header))) {
        return (String) value.on(header);
      }
    }
    return null;
  }
}
