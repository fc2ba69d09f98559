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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profiles against the table of researched facts that they were written from. */
class ProfileFactsTest {
  @ParameterizedTest
  @MethodSource("dev.stockade.policy.tls.Profiles#names")
  void eachListHoldsTheFactsOfTheTable(String id) throws Exception {
    JsonObject facts = facts(id);

    Profile profile = Profiles.named(id);

    assertThat(profile.minimum()).isEqualTo(facts.get("minimum").getAsString());
    assertThat(profile.suites()).containsExactlyInAnyOrderElementsOf(strings(facts, "suites"));
    assertThat(List.copyOf(profile.groups()))
        .containsExactlyInAnyOrderElementsOf(strings(facts, "groups"));
    assertThat(profile.schemes()).containsExactlyInAnyOrderElementsOf(strings(facts, "schemes"));
    assertThat(profile.minDhBits()).isEqualTo(number(facts, "minDhBits", 2048));
    assertThat(profile.minKeyBits()).isEqualTo(number(facts, "minKeyBits", 2048));
    assertThat(profile.minEcBits()).isEqualTo(number(facts, "minEcBits", 224));
  }

  @ParameterizedTest
  @MethodSource("dev.stockade.policy.tls.Profiles#names")
  void soDoConditionsAndDates(String id) throws Exception {
    JsonObject facts = facts(id);

    Profile profile = Profiles.named(id);

    assertThat(conditions(profile)).isEqualTo(strings(facts, "conditions"));
    assertThat(days(profile.until())).isEqualTo(days(facts));
    if (facts.has("confidence")) {
      assertThat(profile.confidence().label()).isEqualTo(facts.get("confidence").getAsString());
      assertThat(profile.date()).isEqualTo(facts.get("date").getAsString());
      String version = profile.recommended();
      assertThat(version == null ? profile.minimum() : version)
          .isEqualTo(string(facts, "recommended", profile.minimum()));
    }
  }

  private static List<String> conditions(Profile profile) {
    List<String> conditions = new ArrayList<>();
    if (profile.requiresExtendedMasterSecret()) {
      conditions.add("extended-master-secret");
    }
    if (profile.cbcNeedsEncryptThenMac()) {
      conditions.add("encrypt-then-mac");
    }
    if (profile.forbidsRenegotiation()) {
      conditions.add("renegotiation");
    }
    if (profile.isReportOnly()) {
      conditions.add("report-only");
    }
    return conditions;
  }

  private static Map<String, String> days(UseUntil until) {
    Map<String, String> days = new TreeMap<>();
    until.names().forEach(name -> days.put(name, until.lastDay(name)));
    return days;
  }

  private static Map<String, String> days(JsonObject facts) {
    Map<String, String> days = new TreeMap<>();
    if (facts.has("until")) {
      facts
          .getAsJsonObject("until")
          .entrySet()
          .forEach(day -> days.put(day.getKey(), day.getValue().getAsString()));
    }
    return days;
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

  private static int number(JsonObject facts, String key, int otherwise) {
    return facts.has(key) ? facts.get(key).getAsInt() : otherwise;
  }

  private static String string(JsonObject facts, String key, String otherwise) {
    return facts.has(key) ? facts.get(key).getAsString() : otherwise;
  }

  private static List<String> strings(JsonObject object, String key) {
    List<String> strings = new ArrayList<>();
    if (object.has(key)) {
      object.getAsJsonArray(key).forEach(element -> strings.add(element.getAsString()));
    }
    return strings;
  }
}
