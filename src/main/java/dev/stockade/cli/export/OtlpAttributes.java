package dev.stockade.cli.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes in the order in which they are put, each name once. */
public final class OtlpAttributes {
  private final Map<String, Object> attributes = new LinkedHashMap<>();

  /** Does nothing for null. */
  public OtlpAttributes put(String name, Object value) {
    if (value != null) {
      attributes.putIfAbsent(name, OtlpValues.value(value));
    }
    return this;
  }

  /** Members by their paths. */
  OtlpAttributes flat(String above, Map<?, ?> members) {
    for (Map.Entry<?, ?> member : members.entrySet()) {
      if (member.getValue() instanceof Map) {
        flat(above + member.getKey() + ".", (Map<?, ?>) member.getValue());
      } else {
        put(above + member.getKey(), member.getValue());
      }
    }
    return this;
  }

  /** As OTLP has them. */
  public List<Object> list() {
    List<Object> list = new ArrayList<>();
    for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("key", attribute.getKey());
      one.put("value", attribute.getValue());
      list.add(one);
    }
    return list;
  }
}
