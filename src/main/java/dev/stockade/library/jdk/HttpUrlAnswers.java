package dev.stockade.library.jdk;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;

/**
 * The head of a response to {@code java.net.HttpURLConnection}: read by the same {@code
 * sun.net.www.http.HttpClient} that wrote the request. Where that repeats a request on a new
 * connection it does so in the same method, so that the inner of two exits has the answer.
 */
final class HttpUrlAnswers extends PlainAnswers {
  private static final int DIGITS = 3;

  private final FieldByName keys = new FieldByName("keys");
  private final FieldByName values = new FieldByName("values");
  private final MethodByName find = new MethodByName("findValue", 1);

  HttpUrlAnswers(AwsEnforcement watch) {
    super(watch);
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    answered(loads[0], loads[1]);
    return value;
  }

  /** The status line stands first, as a value without a name. */
  @Override
  protected int status(Object message) throws Exception {
    String[] names = (String[]) keys.of(message);
    boolean hasLine = names != null && names.length > 0 && names[0] == null;
    // Not the one that a search finds: that may be any later line without a colon.
    String line = hasLine ? ((String[]) values.of(message))[0] : null;
    int space = line == null || !line.startsWith("HTTP/") ? -1 : line.indexOf(' ');
    if (space < 0 || line.length() < space + 1 + DIGITS) {
      return 0;
    }
    try {
      return Integer.parseInt(line.substring(space + 1, space + 1 + DIGITS));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  protected String header(Object message, String name) throws Exception {
    return (String) find.on(message, new Object[] {name});
  }
}
