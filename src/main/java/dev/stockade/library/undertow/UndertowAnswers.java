package dev.stockade.library.undertow;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.MethodByName;

/** The exchange of Undertow's client, which is of one request, and its response, not yet shown. */
final class UndertowAnswers extends PlainAnswers {
  static final int HTTP1 = 0;
  static final int HTTP2 = 1;

  private final MethodByName request = new MethodByName("getRequest");
  private final MethodByName code = new MethodByName("getResponseCode");
  private final MethodByName headers = new MethodByName("getResponseHeaders");
  private final MethodByName name = new MethodByName("getHeaderName");

  UndertowAnswers(AwsEnforcement watch) {
    super(watch);
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (areAwaited()) {
      answered(request.on(loads[0]), id == HTTP1 ? loads[1] : value);
    }
    return value;
  }

  @Override
  protected int status(Object of) throws Exception {
    return (Integer) code.on(of);
  }

  @Override
  protected String header(Object of, String wanted) throws Exception {
    for (Object each : (Iterable<?>) headers.on(of)) {
      if (wanted.equalsIgnoreCase(name.on(each).toString())) {
        for (Object text : (Iterable<?>) each) {
          return (String) text;
        }
      }
    }
    return null;
  }
}
