package dev.stockade.cli.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.stockade.aws.request.RequestHead;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads an HTTP archive, as browsers and proxies export it, or one entry of it. Members that are
 * not needed are skipped.
 */
final class HarRequests {
  private String method;
  private String url;
  private String body;
  private boolean bodyInUtf8 = true;
  private final List<String> headers = new ArrayList<>();

  private HarRequests() {}

  /** Whether the text is one JSON object that is no request itself but holds some. */
  static boolean isHar(String text) {
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        if (json.peek() == JsonToken.BEGIN_OBJECT
            && (name.equals("log") || name.equals("request"))) {
          return true;
        }
        json.skipValue();
      }
    } catch (IOException | RuntimeException e) {
      return false;
    }
    return false;
  }

  static void read(String file, String text, Consumer<Request> requests)
      throws UnreadableException {
    List<Request> all = new ArrayList<>();
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      find(json, all);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(file, 0, "not a HAR file");
    }
    all.forEach(requests);
  }

  /** Goes down {@code log}, {@code entries} and {@code request}; their depth is bounded. */
  private static void find(JsonReader json, List<Request> all) throws IOException {
    if (json.peek() == JsonToken.BEGIN_ARRAY) {
      json.beginArray();
      while (json.hasNext()) {
        find(json, all);
      }
      json.endArray();
      return;
    }
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (name.equals("request") && json.peek() == JsonToken.BEGIN_OBJECT) {
        all.add(new HarRequests().request(json));
      } else if ((name.equals("log") && json.peek() == JsonToken.BEGIN_OBJECT)
          || (name.equals("entries") && json.peek() == JsonToken.BEGIN_ARRAY)) {
        find(json, all);
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  private Request request(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (name.equals("method")) {
        method = json.nextString();
      } else if (name.equals("url")) {
        url = json.nextString();
      } else if (name.equals("headers")) {
        headers(json);
      } else if (name.equals("postData") && json.peek() == JsonToken.BEGIN_OBJECT) {
        postData(json);
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    if (method == null || url == null) {
      throw new IOException("no method or no address");
    }
    RequestHead head = Address.begin(method, url);
    for (int i = 0; i < headers.size(); i += 2) {
      // HTTP/2's pseudo-headers stand in the address.
      head.header(headers.get(i).startsWith(":") ? null : headers.get(i), headers.get(i + 1));
    }
    return Request.of(head.body(bytes(head)));
  }

  private byte[] bytes(RequestHead head) {
    if (body == null) {
      return HeadLines.hasNone(head) ? new byte[0] : null;
    }
    return body.getBytes(bodyInUtf8 ? UTF_8 : ISO_8859_1);
  }

  private void headers(JsonReader json) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      String[] pair = pair(json, "name", "value");
      if (pair[0] != null && pair[1] != null) {
        headers.add(pair[0]);
        headers.add(pair[1]);
      }
    }
    json.endArray();
  }

  private void postData(JsonReader json) throws IOException {
    String[] pair = pair(json, "text", "encoding");
    body = pair[0];
    bodyInUtf8 = pair[1] == null;
  }

  private static String[] pair(JsonReader json, String first, String second) throws IOException {
    String[] pair = new String[2];
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      int at = name.equals(first) ? 0 : name.equals(second) ? 1 : -1;
      if (at >= 0 && json.peek() == JsonToken.STRING) {
        pair[at] = json.nextString();
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    return pair;
  }
}
