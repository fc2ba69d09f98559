package dev.stockade.e2e.kit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What others say of our exports: the schemas of their formats, as the core's tests have them. */
public final class ExportJudge {
  private static final String SCHEMAS = "/dev/stockade/schemas/";

  private static final Map<String, String> OCSF_CLASSES =
      Map.of(
          "2004", "detection_finding",
          "4001", "network_activity",
          "4002", "http_activity",
          "6002", "application_lifecycle",
          "6003", "api_activity",
          "6008", "application_error");

  private static final Set<String> OTLP_VALUES =
      Set.of("stringValue", "boolValue", "intValue", "doubleValue", "arrayValue");

  private final Set<String> ecs;

  public ExportJudge() throws IOException {
    ecs =
        schema("ecs-9-fields.csv")
            .lines()
            .map(line -> line.substring(0, line.indexOf(',')))
            .collect(Collectors.toSet());
  }

  /**
   * What is wrong with a line of an export.
   *
   * @param format as {@code export --format} names it
   * @return empty for a good one
   */
  public List<String> errors(String format, String line) throws IOException {
    return switch (format) {
      case "ocsf" -> {
        String type = JsonParser.parseString(line).getAsJsonObject().get("class_uid").getAsString();
        yield validated("ocsf-1.8.0/" + OCSF_CLASSES.get(type) + ".schema.json", line);
      }
      case "emf" -> line.startsWith("{\"_aws\"") ? validated("emf.schema.json", line) : json(line);
      case "ecs" -> withoutField("", JsonParser.parseString(line), new ArrayList<>());
      case "otlp" -> otlp(JsonParser.parseString(line).getAsJsonObject());
      case "flow-log" -> line.split(" ", -1).length == 14 ? List.of() : List.of(line);
      default -> throw new IllegalArgumentException(format);
    };
  }

  /** What is wrong with a document by CycloneDX 1.7. */
  public List<String> cycloneDxErrors(String document) throws IOException {
    return validated("cyclonedx-1.7/bom-1.7.schema.json", document);
  }

  /** What is wrong with a document by SARIF 2.1.0. */
  public List<String> sarifErrors(String document) throws IOException {
    return validated("sarif-2.1.0.schema.json", document);
  }

  private static List<String> validated(String file, String document) throws IOException {
    Validator validator =
        new ValidatorFactory()
            .withDefaultDialect(new Dialects.Draft7Dialect())
            .withJsonNodeFactory(new GsonNode.Factory())
            .createValidator();
    for (String name : List.of("cryptography-defs", "spdx", "jsf-0.82")) {
      URI uri = URI.create("http://cyclonedx.org/schema/" + name + ".schema.json");
      validator.registerSchema(uri, schema("cyclonedx-1.7/" + name + ".schema.json"));
    }
    URI uri = URI.create("http://cyclonedx.org/schema/judge.schema.json");
    validator.registerSchema(uri, schema(file));
    return validator.validate(uri, document).getErrors().stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getError())
        .toList();
  }

  private static String schema(String file) throws IOException {
    try (InputStream in = ExportJudge.class.getResourceAsStream(SCHEMAS + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> json(String line) {
    return JsonParser.parseString(line).isJsonObject() ? List.of() : List.of(line);
  }

  private List<String> withoutField(String path, JsonElement value, List<String> errors) {
    if (value.isJsonObject()) {
      value.getAsJsonObject().entrySet().stream()
          .filter(one -> !one.getKey().equals("stockade"))
          .forEach(
              one -> {
                String below = path.isEmpty() ? one.getKey() : path + "." + one.getKey();
                withoutField(below, one.getValue(), errors);
              });
    } else if (!ecs.contains(path)) {
      errors.add(path + " is no field of ECS");
    }
    return errors;
  }

  /** As opentelemetry-proto's mapping to JSON has it: numbers of 64 bits are strings. */
  private static List<String> otlp(JsonObject request) {
    List<String> errors = new ArrayList<>();
    for (JsonElement resourceLogs : request.getAsJsonArray("resourceLogs")) {
      JsonObject resource = resourceLogs.getAsJsonObject();
      attributes(resource.getAsJsonObject("resource").getAsJsonArray("attributes"), errors);
      for (JsonElement scopeLogs : resource.getAsJsonArray("scopeLogs")) {
        for (JsonElement one : scopeLogs.getAsJsonObject().getAsJsonArray("logRecords")) {
          JsonObject log = one.getAsJsonObject();
          attributes(log.getAsJsonArray("attributes"), errors);
          int severity = log.get("severityNumber").getAsInt();
          if (severity < 1 || severity > 24 || !log.has("eventName") || !log.has("body")) {
            errors.add("no log record: " + log);
          }
          if (!log.get("timeUnixNano").toString().matches("\"\\d{19}\"")) {
            errors.add("timeUnixNano " + log.get("timeUnixNano"));
          }
        }
      }
    }
    return errors;
  }

  private static void attributes(JsonArray attributes, List<String> errors) {
    for (JsonElement one : attributes) {
      Set<String> types = one.getAsJsonObject().getAsJsonObject("value").keySet();
      if (types.size() != 1 || !OTLP_VALUES.containsAll(types)) {
        errors.add(one.toString());
      }
    }
  }
}
