package dev.stockade.cli.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.stockade.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Journals that somebody else wrote: nothing in them becomes YAML or reaches a terminal. */
class ForgedJournalTest {
  private static final String INJECTION =
      "TLSv1.1}\n    owner: mallory\n    reason: r\n    expires: 2990-01-01\n"
          + "  - id: x\n    match: {host: \"**\"}\n    allow: {min-version: SSLv3";
  private static final String RULES = "tls.min-version tls.cipher-strength tls.forward-secrecy";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host",
        "ip",
        "sni",
        "version",
        "cipher",
        "service",
        "reason",
        "profile",
        "operation",
        "direction",
        "instance",
        "verdict",
        "code"
      })
  void noValueBecomesPartOfTheFile(String member) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String text :
        List.of(
            INJECTION,
            "a\"}, x: {\"b",
            "a'\0\u0085\u2028b",
            "\u001b[2J\u202e\u009b1m",
            "*anchor",
            "&a !b #c",
            "\ud83d\ude00 \ud83d",
            "h".repeat(30_000))) {
      lines.add(record(member, text));
    }
    lines.add(record("host", "old.internal"));
    Path journal = folder.resolve("j.ndjson");
    Files.write(journal, lines, UTF_8);
    Path suggested = folder.resolve("s.yaml");

    Cli printed = Cli.run("suggest-exceptions", journal);
    Cli cli = Cli.run("suggest-exceptions", journal, "--to", suggested);

    assertThat(cli.exitCode()).describedAs(cli.err()).isZero();
    assertThat(printed.out() + printed.err()).matches("[\\x20-\\x7e\\n\u2026?]*");
    Object yaml =
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(suggested));
    for (Object entry : (List<?>) ((Map<?, ?>) yaml).get("exceptions")) {
      Map<?, ?> exception = (Map<?, ?>) entry;
      assertThat(exception.keySet())
          .isEqualTo(Set.of("id", "match", "allow", "owner", "reason", "expires"));
      assertThat(exception.get("owner")).isEqualTo("TODO");
      assertThat(((Map<?, ?>) exception.get("match")).keySet().toString())
          .matches("\\[(host|cidr), port, direction(, service)?]|\\[(host|cidr), port]");
    }
    assertThat(Cli.run("policy", "lint", suggested).lines())
        .isNotEmpty()
        .filteredOn(line -> line.contains(": error: "))
        .allMatch(line -> line.contains(".owner is still TODO"));
    Path policy = Files.writeString(folder.resolve("p.yaml"), "mode: enforce\n");
    Cli whatIf = Cli.run("whatif", "--policy", policy, journal);
    assertThat(whatIf.out() + whatIf.err()).doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]|\u202e");
  }

  /** What a match takes as it stands is the same text for whoever reads the file. */
  @Test
  void aHostThatLooksLikeYamlIsReadBackAsItWas() throws IOException {
    List<String> hosts =
        List.of(
            "a\"b",
            "it's",
            "#c",
            "&anchor",
            "!!java.lang.Runtime",
            "%TAG",
            "{a}",
            "[b]",
            "a,b",
            "@x",
            "`y",
            "|z",
            ">q",
            "~",
            "null",
            "true",
            "0x1f",
            "1e3",
            "=",
            "<<",
            "\\n\\\"",
            "---",
            "-",
            "\u00fc.internal",
            "2026-11-30");
    Path journal = folder.resolve("j.ndjson");
    Files.write(journal, hosts.stream().map(host -> record("host", host)).toList(), UTF_8);

    Object yaml =
        new Load(LoadSettings.builder().build())
            .loadFromString(Cli.run("suggest-exceptions", journal).out());

    List<Object> read = new ArrayList<>();
    for (Object exception : (List<?>) ((Map<?, ?>) yaml).get("exceptions")) {
      read.add(((Map<?, ?>) ((Map<?, ?>) exception).get("match")).get("host"));
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(hosts);
  }

  @Test
  void aHostOfTenMegabytesIsPassedOverAndTold() throws IOException {
    Path journal = folder.resolve("j.ndjson");
    String huge = record("host", "x: &y *z\n".repeat(1 << 20));
    Files.write(journal, List.of(huge, record("host", "old.internal")), UTF_8);

    Cli cli = Cli.run("suggest-exceptions", journal);

    assertThat(cli.exitCode()).isZero();
    assertThat(cli.err()).contains("j.ndjson:1").hasSizeLessThan(1000);
    assertThat(cli.out()).contains("host: \"old.internal\"").hasSizeLessThan(2000);
  }

  @Test
  void aPortThatIsNoneDoesNotMakeAnExceptionForAllPorts() throws IOException {
    Path journal = folder.resolve("j.ndjson");
    Files.writeString(journal, record("host", "a.b").replace("443", "70000") + "\n");

    assertThat(Cli.run("suggest-exceptions", journal).out())
        .contains("# not covered: 1 time a.b:70000: the record names a port that can be none")
        .contains("exceptions: []");
  }

  private static String record(String member, String text) {
    JsonObject record = new JsonObject();
    record.addProperty("time", "2026-11-23T18:45:00.123Z");
    record.addProperty("kind", "tls.handshake");
    record.addProperty("mode", "audit");
    record.addProperty("verdict", member.equals("verdict") ? text : "violation");
    record.addProperty("action", "would-block");
    JsonArray rules = new JsonArray();
    List.of(RULES.split(" ")).forEach(rules::add);
    record.add("rules", rules);
    record.addProperty("reason", member.equals("reason") ? text : "too old");
    record.addProperty("direction", member.equals("direction") ? text : "out");
    JsonObject peer = new JsonObject();
    peer.addProperty("host", member.equals("host") ? text : "db.internal");
    peer.addProperty("ip", member.equals("ip") ? text : "10.0.0.7");
    peer.addProperty("sni", member.equals("sni") ? text : "db.internal");
    peer.addProperty("port", 443);
    record.add("peer", peer);
    JsonObject tls = new JsonObject();
    tls.addProperty("version", member.equals("version") ? text : "TLSv1.1");
    tls.addProperty("cipher", member.equals("cipher") ? text : "TLS_RSA_WITH_RC4_128_SHA");
    record.add("tls", tls);
    JsonObject code = new JsonObject();
    code.addProperty("class", member.equals("code") ? text : "com.acme.Dao");
    record.add("code", code);
    JsonObject policy = new JsonObject();
    policy.addProperty("profile", member.equals("profile") ? text : "aws-outposts");
    record.add("policy", policy);
    record.addProperty("service", member.equals("service") ? text : "orders");
    record.addProperty("instance", member.equals("instance") ? text : "host-1");
    return inAscii(record.toString());
  }

  /** With escapes, by which JSON can hold halves of characters. */
  private static String inAscii(String json) {
    StringBuilder text = new StringBuilder();
    json.chars().forEach(c -> text.append(c < 0x7f ? "" + (char) c : String.format("\\u%04x", c)));
    return text.toString();
  }
}
