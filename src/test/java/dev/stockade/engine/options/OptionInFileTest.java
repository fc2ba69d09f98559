package dev.stockade.engine.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.stockade.Docs;
import dev.stockade.policy.file.PolicyFile;
import dev.stockade.policy.tls.Profiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An option is the same as an option, as a key of the policy file, in its schema, in documents. */
class OptionInFileTest {
  private static final Path DOCS = Path.of("..", "docs");

  /** Of what may be any text. */
  private static final Map<Option, String> TEXTS =
      Map.of(
          Option.JOURNAL, "/j", Option.SERVICE, "s", Option.INSTANCE, "i", Option.KILL_FILE, "/k");

  @ParameterizedTest
  @EnumSource(value = Option.class, names = "POLICY", mode = EnumSource.Mode.EXCLUDE)
  void theFileTakesEveryValueUnderTheSameName(Option option) {
    for (String value : values(option)) {
      PolicyFile file = PolicyFile.parse("p", (option.key + ": " + value).getBytes(UTF_8), 0);

      assertThat(file.isUsable()).as("%s: %s", option.key, file.problems()).isTrue();
      assertThat(file.options()).containsOnlyKeys(option.key);
      assertThat(file.options().get(option.key).value()).isEqualTo(option.full(value));
      assertThat(Options.complaints(file, "p")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Option.class, names = "POLICY", mode = EnumSource.Mode.EXCLUDE)
  void theSchemaKnowsItsValuesAndItsDefault(Option option) {
    JsonObject key = resolved(schema().getAsJsonObject("properties").getAsJsonObject(option.key));

    if (key.has("default")) {
      assertThat(key.get("default").getAsString()).isEqualTo(option.fallback);
    }
    if (key.has("anyOf")) {
      // What comes with Stockade; then what the file may define itself.
      key = resolved(key.getAsJsonArray("anyOf").get(0).getAsJsonObject());
    }
    if (key.has("enum")) {
      List<String> names =
          key.getAsJsonArray("enum").asList().stream().map(one -> one.getAsString()).toList();
      assertThat(names).isEqualTo(values(option));
    } else if (key.get("type").equals(new JsonPrimitive("boolean"))) {
      assertThat(values(option)).containsExactly("true", "false");
    } else if (isWords(option)) {
      assertThat(words(key.get("description").getAsString())).containsAll(values(option));
    }
  }

  @Test
  void aPolicyFileNamesNoOther() {
    assertThat(schema().getAsJsonObject("properties").has(Option.POLICY.key)).isFalse();
    assertThat(PolicyFile.parse("p", "policy: /p".getBytes(UTF_8), 0).isUsable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void theTableOfOptionsKnowsItsValuesAndItsDefault(Option option) {
    String row =
        Docs.text(DOCS.resolve("operations.md"))
            .lines()
            .filter(
                line -> line.startsWith("| `" + option.key + "` | ") && line.contains("STOCKADE_"))
            .findFirst()
            .orElseThrow();
    String[] cells = row.split(" \\| | \\|$", -1);

    if (option == Option.PROFILE) {
      assertThat(quoted(cells[1])).isEqualTo(new TreeSet<>(Profiles.aliases()));
    } else if (isWords(option)) {
      assertThat(quoted(cells[1])).isEqualTo(new TreeSet<>(values(option)));
    }
    if (option.fallback != null) {
      assertThat(cells[2]).isEqualTo("`" + option.fallback + "`");
    } else {
      assertThat(cells[2]).doesNotContain("`");
    }
    assertThat(cells[3]).isEqualTo("`" + option.variable() + "`");
  }

  @Test
  void theDocumentOfTheFileNamesThem() {
    String section = Docs.text(DOCS.resolve("policy-file.md")).split("### Options\n", -1)[1];
    Set<String> expected = new TreeSet<>();
    for (Option option : Option.values()) {
      expected.add(option.key);
    }
    expected.remove(Option.POLICY.key);

    assertThat(quoted(section.substring(0, section.indexOf("## ")))).containsAll(expected);
    assertThat(quoted(section.substring(0, section.indexOf(" mean what they mean"))))
        .isSubsetOf(expected);
  }

  /** Whether it takes one of some words. */
  private static boolean isWords(Option option) {
    String allowed = option.complaint("?");
    return allowed != null && allowed.startsWith("one of ");
  }

  /** All where they can be counted, else one. */
  private static List<String> values(Option option) {
    if (option == Option.PROFILE) {
      return Profiles.choices();
    }
    if (isWords(option)) {
      return Arrays.asList(option.complaint("?").substring("one of ".length()).split(", "));
    }
    return List.of(TEXTS.getOrDefault(option, option.fallback));
  }

  private static Set<String> quoted(String text) {
    Matcher words = Pattern.compile("`([^`]+)`").matcher(text);
    Set<String> all = new TreeSet<>();
    while (words.find()) {
      all.add(words.group(1));
    }
    return all;
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split("[^a-z]+"));
  }

  private static JsonObject schema() {
    return new Gson().fromJson(Docs.text(DOCS.resolve("policy.schema.json")), JsonObject.class);
  }

  /** With what it refers to. */
  private static JsonObject resolved(JsonObject key) {
    if (!key.has("$ref")) {
      return key;
    }
    String name = key.get("$ref").getAsString().replaceFirst(".*/", "");
    JsonObject all = schema().getAsJsonObject("$defs").getAsJsonObject(name).deepCopy();
    key.entrySet().forEach(one -> all.add(one.getKey(), one.getValue()));
    return all;
  }
}
