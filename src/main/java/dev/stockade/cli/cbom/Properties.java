package dev.stockade.cli.cbom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What CycloneDX has no place for, as names and values. */
final class Properties {
  private final List<Object> all = new ArrayList<>();

  Properties text(String name, String value) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("name", "stockade:" + name);
    property.put("value", Ref.whole(value));
    all.add(property);
    return this;
  }

  Properties count(String name, long value) {
    return text(name, String.valueOf(value));
  }

  Properties countIfAny(String name, long value) {
    return value == 0 ? this : count(name, value);
  }

  List<Object> list() {
    return all;
  }
}
