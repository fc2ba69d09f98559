package dev.stockade.cli.ps;

import java.util.Collections;
import java.util.Map;

/** The facts that {@code ps} shows of an engine besides version and mode. */
final class EngineLine {
  private EngineLine() {}

  static String of(Map<String, Object> status) {
    StringBuilder line = new StringBuilder();
    line.append("service ").append(status.get("service"));
    if (status.get("instance") != null) {
      line.append(" on ").append(status.get("instance"));
    }
    line.append(", violations ").append(counts(status).get("violation"));
    line.append(", blocked ").append(blocked(status));
    line.append(", journal ").append(journal(status));
    if (status.get("killed") != null) {
      line.append(", KILLED while ").append(status.get("killed")).append(" exists, else ");
      line.append(status.get("mode"));
    }
    return line.toString();
  }

  static void addTo(Map<String, Object> members, Map<String, Object> status) {
    if (!status.isEmpty()) {
      members.put("service", status.get("service"));
      members.put("instance", status.get("instance"));
      members.put("killed", status.get("killed"));
      members.put("violations", counts(status).get("violation"));
      members.put("blocked", blocked(status));
      members.put("journal", journal(status));
    }
  }

  private static long blocked(Map<String, Object> status) {
    return number(counts(status).get("tls.blocked")) + number(counts(status).get("aws.blocked"));
  }

  private static long number(Object value) {
    return value instanceof Number ? ((Number) value).longValue() : 0;
  }

  private static Object journal(Map<String, Object> status) {
    return object(status.get("journal")).get("target");
  }

  private static Map<?, ?> counts(Map<String, Object> status) {
    return object(status.get("counts"));
  }

  private static Map<?, ?> object(Object value) {
    return value instanceof Map ? (Map<?, ?>) value : Collections.emptyMap();
  }
}
