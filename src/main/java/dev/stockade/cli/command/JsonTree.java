package dev.stockade.cli.command;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON into maps, lists, strings, longs, doubles, booleans and null. */
public final class JsonTree {
  private JsonTree() {}

  /**
   * @throws IOException when the text is not one JSON object
   */
  public static Map<String, Object> object(String text) throws IOException {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      Map<String, Object> members = object(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new IOException("more than one value");
      }
      return members;
    } catch (IllegalStateException | NumberFormatException e) {
      throw new IOException("not a JSON object");
    }
  }

  private static Map<String, Object> object(JsonReader reader) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      members.put(reader.nextName(), value(reader));
    }
    reader.endObject();
    return members;
  }

  private static Object value(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT:
        return object(reader);
      case BEGIN_ARRAY:
        List<Object> items = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          items.add(value(reader));
        }
        reader.endArray();
        return items;
      case NUMBER:
        return number(reader.nextString());
      case BOOLEAN:
        return reader.nextBoolean();
      case NULL:
        reader.nextNull();
        return null;
      default:
        return reader.nextString();
    }
  }

  private static Object number(String text) {
    return text.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(text) : Double.valueOf(text);
  }
}
