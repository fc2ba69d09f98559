package dev.stockade.library.jdk;

import dev.stockade.aws.WantedBody;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import javax.net.ssl.SSLSocket;

/**
 * {@code java.net.HttpURLConnection}, all JDKs: the message that {@code
 * sun.net.www.http.HttpClient.writeRequests} is about to write, request line included. Redirects
 * and silent retries pass here again, as they are requests of their own.
 */
final class HttpUrlConnection implements HookHandler {
  private static final String NAME = "httpurlconnection";

  /** A longer body is not copied: then the program would notice. */
  private static final int MAX_BODY = 1 << 20;

  private final FieldByName keys = new FieldByName("keys");
  private final FieldByName values = new FieldByName("values");
  private final FieldByName count = new FieldByName("nkeys");
  private final FieldByName socket = new FieldByName("serverSocket");
  private final MethodByName bodySize = new MethodByName("size");
  private final MethodByName bytes = new MethodByName("toByteArray");
  private final MethodByName closeServer = new MethodByName("closeServer");
  private final AwsEnforcement watch;

  HttpUrlConnection(AwsEnforcement watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object message = loads[1];
    String[] names = (String[]) keys.of(message);
    String[] texts = (String[]) values.of(message);
    int size = (Integer) count.of(message);
    // The request line stands first, as a name without a value.
    String line = size == 0 ? null : names[0];
    int space = line == null ? -1 : line.indexOf(' ');
    int end = line == null ? -1 : line.lastIndexOf(' ');
    if (space <= 0 || end <= space) {
      return value;
    }
    Transport transport =
        socket.of(loads[0]) instanceof SSLSocket ? Transport.TLS : Transport.CLEARTEXT;
    RequestHead head =
        watch.begin(transport, line.substring(0, space), line.substring(space + 1, end), null);
    for (int i = 1; i < size; i++) {
      head.header(names[i], texts[i]);
    }
    if (loads[2] != null && WantedBody.isOf(head) && (Integer) bodySize.on(loads[2]) <= MAX_BODY) {
      head.body((byte[]) bytes.on(loads[2]));
    }
    try {
      watch.check(NAME, head, loads[0]);
    } catch (BlockException refusal) {
      // The JDK would leave the connection open until it is collected, and its peer waiting.
      closeServer.on(loads[0]);
      throw refusal;
    }
    return value;
  }
}
