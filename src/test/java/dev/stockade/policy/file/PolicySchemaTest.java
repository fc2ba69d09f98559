package dev.stockade.policy.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import dev.stockade.policy.tls.Profiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The schema in docs says what the parser says. */
class PolicySchemaTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final long NOW = Instant.parse("2026-11-24T12:00:00Z").toEpochMilli();
  private static final String EXCEPTION =
      "exceptions: [{id: x, match: {port: 1}, allow: {min-version: TLSv1}, owner: o, reason: r,"
          + " expires: 2027-03-31}]";

  @Test
  void theSchemaHasEveryKeyAndNoOther() throws Exception {
    JsonObject schema = schema();
    JsonObject defs = schema.getAsJsonObject("$defs");
    assertThat(keys(schema)).containsExactlyElementsOf(Keys.FILE);
    Map<String, List<String>> places =
        Map.ofEntries(
            Map.entry("candidate", Keys.CANDIDATE),
            Map.entry("ruleStage", Keys.RULE),
            Map.entry("rules", RuleReader.ids()),
            Map.entry("ownProfile", Keys.PROFILE),
            Map.entry("profileLists", Keys.PROFILE_LISTS),
            Map.entry("exception", Keys.EXCEPTION),
            Map.entry("match", Keys.MATCH),
            Map.entry("allow", Keys.ALLOW),
            Map.entry("canary", Keys.CANARY),
            Map.entry("rollback", Keys.ROLLBACK),
            Map.entry("fuse", Keys.FUSE));
    places.forEach(
        (place, keys) ->
            assertThat(keys(defs.getAsJsonObject(place)))
                .as(place)
                .containsExactlyInAnyOrderElementsOf(keys));
    assertThat(names(defs.getAsJsonObject("knownProfile"))).isEqualTo(Profiles.choices());
    assertThat(names(defs.getAsJsonObject("ruleId")))
        .containsExactlyInAnyOrderElementsOf(RuleReader.ids());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesInTheDocumentAreRight(String example) throws Exception {
    PolicyFile file = PolicyFile.parse("policy-file.md", example.getBytes(UTF_8), NOW);

    assertThat(file.problems()).isEmpty();
    assertThat(accepts(example)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rules:\nexceptions:\ncanary:\ncandidate:",
        "mode: off\njournal.max-size: 64m\njournal.keep: 4\nsummary: false\njmx: true",
        "journal.max-size: 100000\nlog: debug\non-failure: exit\nservice: 's'\ninstance: i",
        "rules: {tls.hostname: off, tamper.policy-file: {stage: audit}, aws.signature.skew: audit}",
        "canary.percent: 0\ncanary: {salt: a, state: /b, fuse: {destinations: 0, window: 24h}}",
        "canary: {rollback: {min-samples: 1, max-blocked: 100%, window: 1s}}",
        "candidate: {profile: pq-ready, rules: {aws.unsigned: off}, expired-exceptions: report}",
        "profiles:",
        "profile: a-1\nprofiles: [{id: a-1, extends: bsi, title: t, min-version: TLSv1.3, remove:"
            + " {groups: [secp521r1]}, add: {schemes: [ed25519]}}]",
        "profiles: [{id: a-1, min-version: TLSv1, recommended-version: TLSv1.3, min-dh-bits: 2048,"
            + " min-key-bits: 2048, min-ec-bits: 224, extended-master-secret: required, cbc: any,"
            + " renegotiation: allowed, add: {suites: [TLS_RSA_WITH_AES_128_CBC_SHA]}, owner: o,"
            + " reason: r}]",
        EXCEPTION,
        "exceptions: [{id: x, match: {host: '::1', cidr: '::1/128', sni: '*', direction: in, service:"
            + " a*, code: a.b$c}, allow: {forward-secrecy: optional, suites: [X], rules:"
            + " [aws.imds-v1, tamper.jar]}, owner: o, reason: r, expires: 2027-03-31}]"
      })
  void bothAccept(String text) throws Exception {
    assertThat(isUsable(text)).isTrue();
    assertThat(accepts(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "x: 1",
        "mode: on",
        "profile: x",
        "profiles: {}",
        "profiles: [{id: a-1}]",
        "profiles: [{id: a, extends: bsi, min-dh-bits: 4096}]",
        "profiles: [{id: pq-ready-2026-08, extends: bsi, min-dh-bits: 4096}]",
        "profiles: [{id: a-1, extends: bsi, min-dh-bits: 0}]",
        "profiles: [{id: a-1, extends: bsi, cbc: never}]",
        "profiles: [{id: a-1, extends: bsi, add: {ciphers: [X]}}]",
        "profiles: [{id: a-1, extends: bsi, min-version: TLSv1, owner: o, reason: TODO}]",
        "log: true",
        "journal: ' '",
        "summary: yes",
        "rules: {no.rule: audit}",
        "rules: {aws.unsigned: warn}",
        "rules: {aws.unsigned: {}}",
        "rules: {aws.signature.skew: {stage: enforce}}",
        "rules: {aws.signature.skew: canary}",
        "rules: {tamper.jar: enforce}",
        "rules: {tamper.x: audit}",
        "exceptions: {}",
        "exceptions: [{id: x}]",
        "expired-exceptions: off",
        "canary.percent: 101",
        "canary: {unit: host}",
        "canary: {rollback: {max-blocked: 101%}}",
        "canary: {rollback: {max-blocked: 5}}",
        "canary: {rollback: {window: 5}}",
        "canary: {rollback: {min-samples: 0}}",
        "canary: {fuse: {x: 1}}",
        "candidate: {mode: audit}"
      })
  void bothRefuse(String text) throws Exception {
    assertThat(isUsable(text)).isFalse();
    assertThat(accepts(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port: 1}/}",
        "port: 1}/port: 0}",
        "port: 1/hosts: a",
        "port: 1/host: a b",
        "port: 1/cidr: x",
        "port: 1/direction: both",
        "port: 1/code: a.*",
        "TLSv1}/TLS1}",
        "min-version: TLSv1}/}",
        "min-version: TLSv1}/suites: [1]}",
        "min-version: TLSv1}/rules: [x]}",
        "min-version: TLSv1}/forward-secrecy: no}",
        "owner: o/owner: TODO",
        "owner: o/owner: ''",
        "reason: r/reason: 1",
        "2027-03-31/31.03.2027",
        "2027-03-31/2027-13-01",
        "id: x/id: 1",
        "reason: r, /"
      })
  void bothRefuseAnExceptionWithAnother(String change) throws Exception {
    String[] parts = change.split("/", 2);
    bothRefuse(EXCEPTION.replace(parts[0], parts[1]));
  }

  /** The blocks of YAML in policy-file.md. */
  static List<String> examples() throws Exception {
    Matcher blocks =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCS.resolve("policy-file.md")));
    List<String> examples = new ArrayList<>();
    while (blocks.find()) {
      examples.add(blocks.group(1));
    }
    assertThat(examples).isNotEmpty();
    return examples;
  }

  private static boolean isUsable(String text) {
    return PolicyFile.parse("p", text.getBytes(UTF_8), NOW).isUsable();
  }

  private static boolean accepts(String text) throws Exception {
    Object value =
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(text);
    return new ValidatorFactory()
        .withJsonNodeFactory(new GsonNode.Factory())
        .validate(schema(), new Gson().toJsonTree(value))
        .isValid();
  }

  private static JsonObject schema() throws Exception {
    String text = Files.readString(DOCS.resolve("policy.schema.json"));
    return new Gson().fromJson(text, JsonObject.class);
  }

  private static List<String> keys(JsonObject object) {
    return List.copyOf(object.getAsJsonObject("properties").keySet());
  }

  private static List<String> names(JsonObject object) {
    List<String> names = new ArrayList<>();
    object.getAsJsonArray("enum").forEach(name -> names.add(name.getAsString()));
    return names;
  }
}
