package dev.stockade.cli.cbom;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import dev.stockade.TestData;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;

/** CycloneDX's own schema of its version 1.7. */
final class CycloneDxSchema {
  private static final String BASE = "http://cyclonedx.org/schema/";

  private CycloneDxSchema() {}

  /** What is wrong with a document; none when it is valid. */
  static List<String> errors(String document) throws IOException {
    Validator validator =
        new ValidatorFactory()
            .withDefaultDialect(new Dialects.Draft7Dialect())
            .withJsonNodeFactory(new GsonNode.Factory())
            .createValidator();
    for (String name : List.of("cryptography-defs", "spdx", "jsf-0.82")) {
      String file = name + ".schema.json";
      validator.registerSchema(URI.create(BASE + file), text(file));
    }
    URI schema = URI.create(BASE + "bom-1.7.schema.json");
    validator.registerSchema(schema, text("bom-1.7.schema.json"));
    return validator.validate(schema, document).getErrors().stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getError())
        .toList();
  }

  private static String text(String file) throws IOException {
    return Files.readString(TestData.file("schemas/cyclonedx-1.7/" + file));
  }
}
