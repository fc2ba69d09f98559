package dev.stockade.cli.export;

import dev.stockade.cli.command.WholeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as OTLP's JSON has them: each says its type, and whole numbers are texts. */
public final class OtlpValues {
  private OtlpValues() {}

  static Map<String, Object> value(Object value) {
    if (value instanceof Map) {
      List<Object> members = new ArrayList<>();
      ((Map<?, ?>) value).forEach((name, one) -> members.add(member(String.valueOf(name), one)));
      return of("kvlistValue", of("values", members));
    }
    if (value instanceof Collection) {
      List<Object> items = new ArrayList<>();
      ((Collection<?>) value).forEach(item -> items.add(value(item)));
      return of("arrayValue", of("values", items));
    }
    if (value instanceof Boolean) {
      return of("boolValue", value);
    }
    if (value instanceof Long || value instanceof Integer) {
      return of("intValue", value.toString());
    }
    if (value instanceof Double && !((Double) value).isInfinite() && !((Double) value).isNaN()) {
      return of("doubleValue", value);
    }
    return of("stringValue", WholeText.of(String.valueOf(value)));
  }

  static Map<String, Object> member(String key, Object value) {
    Map<String, Object> member = new LinkedHashMap<>();
    member.put("key", key);
    member.put("value", value(value));
    return member;
  }

  /** As OTLP has times. */
  public static String nanos(long millis) {
    return millis + "000000";
  }

  static List<Object> listOf(Object one) {
    return new ArrayList<>(Collections.singletonList(one));
  }

  private static Map<String, Object> of(String name, Object value) {
    return Collections.singletonMap(name, value);
  }
}
