package dev.stockade.journal.format;

import dev.stockade.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of ECS with their types, as judges of a line. */
public final class EcsFields {
  private static final Map<String, String> TYPES = types();

  private EcsFields() {}

  /** What is wrong with an event; nothing for a good one. */
  public static List<String> errors(String line) {
    List<String> errors = new ArrayList<>();
    Map<String, Object> event = SampleRecords.map(line);
    event.remove("stockade");
    check("", event, errors);
    return errors;
  }

  private static void check(String path, Object value, List<String> errors) {
    if (value instanceof Map<?, ?> members) {
      members.forEach(
          (name, one) -> check(path.isEmpty() ? "" + name : path + "." + name, one, errors));
    } else if (value instanceof List<?> items) {
      items.forEach(item -> check(path, item, errors));
    } else if (!isOf(TYPES.getOrDefault(path, "no field"), value)) {
      errors.add(path + " is " + TYPES.get(path) + ", not " + value);
    }
  }

  private static boolean isOf(String type, Object value) {
    return switch (type) {
      case "keyword", "match_only_text", "wildcard" -> value instanceof String;
      case "long" -> value instanceof Long;
      case "boolean" -> value instanceof Boolean;
      case "ip" -> value instanceof String text && IpLiteral.is(text);
      case "date" -> isDate(value);
      default -> false;
    };
  }

  private static boolean isDate(Object value) {
    try {
      Instant.parse(value.toString());
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static Map<String, String> types() {
    try {
      return Files.readAllLines(TestData.file("schemas/ecs-9-fields.csv")).stream()
          .map(line -> line.split(",", 2))
          .collect(Collectors.toMap(field -> field[0], field -> field[1], (one, other) -> one));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
