package dev.stockade.cli.cbom;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * CycloneDX's own schema of its version 1.7, where it lies beside the checkout; without it a test
 * is skipped.
 */
final class CycloneDxSchema {
  private static final Path SCHEMAS =
      Path.of("").toAbsolutePath().getParent().resolveSibling("shared").resolve("data/schemas");

  private static final String BASE = "http://cyclonedx.org/schema/";

  private CycloneDxSchema() {}

  /** What is wrong with a document; none when it is valid. */
  static List<String> errors(String document) throws IOException {
    assumeThat(SCHEMAS).describedAs("the schemas of CycloneDX").isDirectory();
    Validator validator =
        new ValidatorFactory()
            .withDefaultDialect(new Dialects.Draft7Dialect())
            .withJsonNodeFactory(new GsonNode.Factory())
            .createValidator();
    for (String name : List.of("cryptography-defs", "spdx", "jsf-0.82")) {
      String file = name + ".schema.json";
      validator.registerSchema(URI.create(BASE + file), Files.readString(SCHEMAS.resolve(file)));
    }
    URI schema = URI.create(BASE + "bom-1.7.schema.json");
    String text = Files.readString(SCHEMAS.resolve("cyclonedx-bom-1.7.schema.json"));
    validator.registerSchema(schema, text);
    return validator.validate(schema, document).getErrors().stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getError())
        .toList();
  }
}
