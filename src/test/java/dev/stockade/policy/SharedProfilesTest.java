package dev.stockade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profiles against the table of researched facts that they were written from. */
class SharedProfilesTest {
  @ParameterizedTest
  @MethodSource("dev.stockade.policy.Profiles#names")
  void eachProfileHoldsTheFactsOfTheTable(String id) throws Exception {
    JsonObject facts = facts(id);
    JsonObject suites = facts.getAsJsonObject("cipherSuites");
    JsonObject groups = facts.getAsJsonObject("namedGroups");
    List<String> expectedSuites = strings(suites, "tls13");
    expectedSuites.addAll(strings(suites, "tls12"));

    Profile profile = Profiles.named(id);

    assertThat(profile.minimum())
        .isEqualTo(facts.getAsJsonObject("protocols").get("minimum").getAsString());
    assertThat(profile.suites()).containsExactlyInAnyOrderElementsOf(expectedSuites);
    assertThat(List.copyOf(profile.groups()))
        .containsExactlyInAnyOrderElementsOf(strings(groups, "allowed"));
    JsonElement minDhBits = groups.get("minDhBits");
    if (minDhBits != null && !minDhBits.isJsonNull()) {
      assertThat(profile.minDhBits()).isEqualTo(minDhBits.getAsInt());
    }
  }

  private static JsonObject facts(String id) throws Exception {
    try (Reader reader = Files.newBufferedReader(SharedData.file("tls-profiles.json"))) {
      JsonObject table = JsonParser.parseReader(reader).getAsJsonObject();
      for (JsonElement profile : table.getAsJsonArray("profiles")) {
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
