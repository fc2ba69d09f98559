package dev.stockade.library.netty;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.PlainAnswers;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.util.Map;

/** The headers that Netty's HTTP/2 decoder has read, by connection and stream. */
final class NettyHttp2Answers extends PlainAnswers {
  private final FieldByName decoder = new FieldByName("this$0");
  private final MethodByName connection = new MethodByName("connection");
  private final NettyStreams streams;

  NettyHttp2Answers(AwsEnforcement watch, NettyStreams streams) {
    super(watch);
    this.streams = streams;
  }

  /** Loads: the decoder's listener, the stream's id, the headers. */
  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (areAwaited()) {
      Object of = connection.on(decoder.of(loads[0]));
      Object mark = streams.of(of, (Integer) loads[1]);
      if (mark != null) {
        answered(mark, loads[2]);
        if (isFinal(status(loads[2]))) {
          streams.end(of, (Integer) loads[1]);
        }
      }
    }
    return value;
  }

  /** Trailers have none. */
  @Override
  protected int status(Object headers) throws Exception {
    String status = header(headers, ":status");
    return status == null ? 0 : Integer.parseInt(status);
  }

  @Override
  protected String header(Object headers, String name) throws Exception {
    for (Object entry : (Iterable<?>) headers) {
      Map.Entry<?, ?> header = (Map.Entry<?, ?>) entry;
      if (name.equalsIgnoreCase(String.valueOf(header.getKey()))) {
        return String.valueOf(header.getValue());
      }
    }
    return null;
  }
}
