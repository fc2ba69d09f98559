package dev.stockade.engine.options;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.Docs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each option that the documents name exists. */
class DocumentedOptionsTest {
  private static final Pattern ARGUMENT =
      Pattern.compile("-javaagent:\\S*stockade\\S*\\.jar=([^\\s`\"'\\])]+)");
  private static final Pattern VARIABLE = Pattern.compile("STOCKADE_[A-Z_]+");
  private static final Pattern PROPERTY = Pattern.compile("-Dstockade\\.([a-z.-]+)");

  /** Spoken of in general, or made by Kubernetes. */
  private static final Set<String> NO_OPTIONS =
      Set.of("STOCKADE_NAME", "STOCKADE_PORT", "STOCKADE_SERVICE_");

  static List<Path> docs() {
    return Docs.all();
  }

  @ParameterizedTest
  @MethodSource("docs")
  void everyAgentArgumentIsMadeOfOptions(Path file) {
    Matcher argument = ARGUMENT.matcher(Docs.text(file));
    while (argument.find()) {
      for (String part : argument.group(1).split(",", 0)) {
        String name = part.replaceFirst("=.*", "");
        if (!name.startsWith("...")) {
          assertThat(name.equals("jar") || Option.named(name) != null)
              .describedAs("%s of %s in %s", name, argument.group(), file)
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("docs")
  void everyVariableAndPropertyIsAnOption(Path file) {
    Set<String> variables = Arrays.stream(Option.values()).map(Option::variable).collect(toSet());
    Matcher variable = VARIABLE.matcher(Docs.text(file));
    while (variable.find()) {
      if (!NO_OPTIONS.contains(variable.group())) {
        assertThat(variables).describedAs("in %s", file).contains(variable.group());
      }
    }
    Matcher property = PROPERTY.matcher(Docs.text(file));
    while (property.find()) {
      assertThat(Option.named(property.group(1)))
          .describedAs("%s in %s", property.group(), file)
          .isNotNull();
    }
  }

  @Test
  void everyOptionIsInTheTable() {
    Path operations =
        Docs.all().stream()
            .filter(file -> file.endsWith("operations.md"))
            .findFirst()
            .orElseThrow();
    for (Option option : Option.values()) {
      assertThat(Docs.text(operations)).contains("| `" + option.key + "` |", option.variable());
    }
  }
}
