package dev.stockade.policy.canary;

import dev.stockade.base.FlatJson;
import dev.stockade.base.Json;
import dev.stockade.policy.rule.Rule;
import java.util.Map;

/**
 * A change as a line of the state file. By hand, because no JSON library is loaded into a host, and
 * because a file that a crash or a person left odd must never be more than lines to pass over.
 */
final class CanaryLine {
  private static final String ROLLBACK = "rollback";
  private static final String FUSE = "fuse";

  private CanaryLine() {}

  static String of(CanaryChange change) {
    StringBuilder out = new StringBuilder(160);
    boolean rollback = change.rule() != null;
    text(out, '{', "change", rollback ? ROLLBACK : FUSE);
    if (rollback) {
      text(out, ',', "rule", change.rule().id());
      text(out, ',', "destination", change.destination());
    }
    text(out, ',', "salt", change.salt());
    out.append(",\"time\":").append(change.time());
    text(out, ',', "reason", change.reason());
    return out.append('}').toString();
  }

  static CanaryChange parse(String line) {
    Map<String, String> members = line == null ? null : FlatJson.parse(line.trim());
    if (members == null) {
      return null;
    }
    String change = members.get("change");
    String salt = members.get("salt");
    String reason = members.get("reason");
    Long time = number(members.get("time"));
    if (change == null || salt == null || reason == null || time == null) {
      return null;
    }
    if (change.equals(FUSE)) {
      return CanaryChange.fuse(salt, time, reason);
    }
    Rule rule = Rule.named(members.get("rule"));
    String destination = members.get("destination");
    return change.equals(ROLLBACK) && rule != null && destination != null
        ? CanaryChange.rollback(rule, destination, salt, time, reason)
        : null;
  }

  private static Long number(String text) {
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static void text(StringBuilder out, char before, String name, String value) {
    out.append(before).append('"').append(name).append("\":");
    Json.ascii(out, value);
  }
}
