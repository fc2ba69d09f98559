package dev.stockade.library.netty;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.util.Map;

/**
 * The head of a response that the HTTP/1.1 decoder of Netty 3 or 4 has read to its end. Whose it
 * is, {@code HttpClientCodec} knows, which is encoder and decoder of one connection and gets its
 * answers in the order of its requests; a decoder beside an encoder does not.
 */
final class NettyAnswers extends PlainAnswers {
  private final NettyCodec codec = new NettyCodec();
  private final FieldByName message = new FieldByName("message");
  private final MethodByName status = new MethodByName("status");
  private final MethodByName olderStatus = new MethodByName("getStatus");
  private final MethodByName code = new MethodByName("code");
  private final MethodByName olderCode = new MethodByName("getCode");
  private final MethodByName headers = new MethodByName("headers");
  private final MethodByName olderHeaders = new MethodByName("getHeaders");

  NettyAnswers(AwsEnforcement watch) {
    super(watch);
  }

  /** What the method returns is null as long as headers are missing. */
  @Override
  public Object reached(int id, Object returned, Object[] loads) throws Exception {
    if (returned != null && areAwaited()) {
      Object client = codec.of(loads[0]);
      if (client != null) {
        answered(client, message.of(loads[0]));
      }
    }
    return returned;
  }

  @Override
  protected int status(Object response) throws Exception {
    Object line = (status.isOn(response) ? status : olderStatus).on(response);
    return (Integer) (code.isOn(line) ? code : olderCode).on(line);
  }

  @Override
  protected String header(Object response, String name) throws Exception {
    Object all = (headers.isOn(response) ? headers : olderHeaders).on(response);
    for (Object entry : (Iterable<?>) all) {
      Map.Entry<?, ?> header = (Map.Entry<?, ?>) entry;
      if (name.equalsIgnoreCase(String.valueOf(header.getKey()))) {
        return String.valueOf(header.getValue());
      }
    }
    return null;
  }
}
