package dev.stockade.cli.follow.otlp;

import dev.stockade.cli.command.WholeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes in OTLP's JSON, where 64-bit numbers are strings. */
final class OtlpValues {
  private final List<Object> all = new ArrayList<>();

  /** Left out where it is null or empty. */
  OtlpValues text(String key, String value) {
    return value == null || value.isEmpty() ? this : put(key, string(value));
  }

  /** Left out where it is 0. */
  OtlpValues number(String key, long value) {
    return value == 0
        ? this
        : put(key, Collections.<String, Object>singletonMap("intValue", String.valueOf(value)));
  }

  /** Left out where it is no truth value. */
  OtlpValues flag(String key, Object value) {
    return value instanceof Boolean
        ? put(key, Collections.<String, Object>singletonMap("boolValue", value))
        : this;
  }

  /** Left out where it is no list, or an empty one. */
  OtlpValues texts(String key, Object value) {
    if (!(value instanceof Collection) || ((Collection<?>) value).isEmpty()) {
      return this;
    }
    List<Object> values = new ArrayList<>();
    for (Object one : (Collection<?>) value) {
      values.add(string(String.valueOf(one)));
    }
    Map<String, Object> list = Collections.singletonMap("values", values);
    return put(key, Collections.<String, Object>singletonMap("arrayValue", list));
  }

  List<Object> list() {
    return all;
  }

  static Map<String, Object> string(String value) {
    return Collections.singletonMap("stringValue", WholeText.of(value));
  }

  /** As OTLP has times. */
  static String nanos(long millis) {
    return millis + "000000";
  }

  private OtlpValues put(String key, Map<String, Object> value) {
    Map<String, Object> attribute = new LinkedHashMap<>();
    attribute.put("key", key);
    attribute.put("value", value);
    all.add(attribute);
    return this;
  }
}
