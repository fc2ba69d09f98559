package dev.stockade.journal.format;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import dev.stockade.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The schemas of OCSF's classes, as judges of a line. */
public final class OcsfSchemas {
  private static final Map<Long, String> CLASSES =
      Map.of(
          2004L, "detection_finding",
          4001L, "network_activity",
          4002L, "http_activity",
          6002L, "application_lifecycle",
          6003L, "api_activity",
          6008L, "application_error");

  private static final Validator VALIDATOR =
      new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();

  private static final Map<Long, URI> SCHEMAS =
      CLASSES.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, one -> register(one.getValue())));

  private OcsfSchemas() {}

  /** What is wrong with an event; nothing for a good one. */
  public static List<String> errors(String line) {
    RecordTree event = SampleRecords.tree(line);
    URI schema = SCHEMAS.get(event.number("class_uid"));
    if (schema == null) {
      return List.of("no class " + event.get("class_uid"));
    }
    if (event.number("type_uid") != event.number("class_uid") * 100 + event.number("activity_id")) {
      return List.of("type_uid " + event.get("type_uid"));
    }
    return Optional.of(VALIDATOR.validate(schema, line)).stream()
        .filter(result -> !result.isValid())
        .flatMap(result -> result.getErrors().stream())
        .map(OcsfSchemas::text)
        .toList();
  }

  private static String text(Error error) {
    return error.getInstanceLocation() + ": " + error.getError();
  }

  private static URI register(String name) {
    try {
      String file = "schemas/ocsf-1.8.0/" + name + ".schema.json";
      return VALIDATOR.registerSchema(Files.readString(TestData.file(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
