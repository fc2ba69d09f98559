package dev.stockade.cli.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads one request a line: {@code method}, {@code target}, {@code headers} as a list of pairs, and
 * where known {@code tls}, {@code bodyLength} and {@code bodyGzipBase64}. Other members are
 * ignored.
 */
final class JsonRequests {
  /** Longer bodies are refused: a small file can hold a body that no memory holds. */
  private static final int MAX_BODY = 64 << 20;

  private static final int MAX_LINE = 16 << 20;

  private String method;
  private String target;
  private boolean tls = true;
  private byte[] body;
  private boolean empty;
  private final List<String> headers = new ArrayList<>();

  private JsonRequests() {}

  static void read(String file, byte[] bytes, Consumer<Request> requests)
      throws UnreadableException {
    String[] lines = new String(bytes, UTF_8).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].trim().isEmpty()) {
        continue;
      }
      if (lines[i].length() > MAX_LINE) {
        throw new UnreadableException(
            file, i + 1, "a line of more than " + MAX_LINE + " characters");
      }
      RequestHead head;
      try (JsonReader json = new JsonReader(new StringReader(lines[i]))) {
        JsonRequests line = new JsonRequests();
        line.members(json);
        if (json.peek() != JsonToken.END_DOCUMENT) {
          throw new IOException("more than one value");
        }
        head = line.head();
      } catch (IOException | RuntimeException e) {
        throw new UnreadableException(file, i + 1, "not a request in JSON");
      }
      requests.accept(Request.of(head));
    }
  }

  private void members(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (json.peek() == JsonToken.NULL) {
        json.nextNull();
        continue;
      }
      switch (name) {
        case "method":
          method = json.nextString();
          break;
        case "target":
          target = json.nextString();
          break;
        case "tls":
          tls = json.nextBoolean();
          break;
        case "bodyLength":
          empty = json.nextLong() == 0;
          break;
        case "bodyGzipBase64":
          body = unzip(json.nextString());
          break;
        case "headers":
          headers(json);
          break;
        default:
          json.skipValue();
      }
    }
    json.endObject();
  }

  private void headers(JsonReader json) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      json.beginArray();
      headers.add(json.nextString());
      headers.add(json.nextString());
      json.endArray();
    }
    json.endArray();
  }

  private RequestHead head() throws IOException {
    if (method == null || target == null) {
      throw new IOException("no method or no target");
    }
    Transport transport = tls ? Transport.TLS : Transport.CLEARTEXT;
    RequestHead head = new RequestHead().begin(transport, method, target, null);
    for (int i = 0; i < headers.size(); i += 2) {
      head.header(headers.get(i), headers.get(i + 1));
    }
    return head.body(body == null && empty ? new byte[0] : body);
  }

  private static byte[] unzip(String text) throws IOException {
    byte[] zipped = Base64.getDecoder().decode(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      byte[] some = new byte[8192];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        out.write(some, 0, read);
        if (out.size() > MAX_BODY) {
          throw new IOException("the body is too large");
        }
      }
    }
    return out.toByteArray();
  }
}
