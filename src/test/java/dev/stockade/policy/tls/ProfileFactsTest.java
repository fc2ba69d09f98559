package dev.stockade.policy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.TestData;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profiles against the table of researched facts that they were written from. */
class ProfileFactsTest {
  @ParameterizedTest
  @MethodSource("dev.stockade.policy.tls.Profiles#names")
  void eachProfileHoldsTheFactsOfTheTable(String id) throws Exception {
    JsonObject facts = facts(id);

    Profile profile = Profiles.named(id);

    assertThat(profile.minimum()).isEqualTo(facts.get("minimum").getAsString());
    assertThat(profile.suites()).containsExactlyInAnyOrderElementsOf(strings(facts, "suites"));
    assertThat(List.copyOf(profile.groups()))
        .containsExactlyInAnyOrderElementsOf(strings(facts, "groups"));
    if (facts.has("minDhBits")) {
      assertThat(profile.minDhBits()).isEqualTo(facts.get("minDhBits").getAsInt());
    }
  }

  private static JsonObject facts(String id) throws Exception {
    try (Reader reader = Files.newBufferedReader(TestData.file("policy/profile-facts.json"))) {
      for (JsonElement profile : JsonParser.parseReader(reader).getAsJsonArray()) {
        if (profile.getAsJsonObject().get("id").getAsString().equals(id)) {
          return profile.getAsJsonObject();
        }
      }
    }
    throw new AssertionError("the table has no profile " + id);
  }

  private static List<String> strings(JsonObject object, String key) {
    List<String> strings = new ArrayList<>();
    object.getAsJsonArray(key).forEach(element -> strings.add(element.getAsString()));
    return strings;
  }
}
