package dev.stockade.cli.report;

import static dev.stockade.cli.report.Journal.PASS;
import static dev.stockade.cli.report.Journal.WEAK;
import static dev.stockade.cli.report.Journal.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the same journal {@code report}, {@code check} and {@code whatif} tell the same numbers. */
class SameNumbersTest {
  @TempDir private Path folder;

  @Test
  void whateverThePolicy() throws IOException {
    Path journal = journal();
    for (String text :
        new String[] {
          "mode: enforce\n",
          "mode: audit\nprofile: mozilla-modern-6.0\n",
          "mode: enforce\nrules: {tls.min-version: off}\n"
        }) {
      Path policy = Files.writeString(folder.resolve("p.yaml"), text);
      JsonObject whatif = json("whatif", "--policy", policy, journal, "-o", "json");
      JsonObject report = report("--policy", policy, journal);
      JsonObject check = json("check", "--policy", policy, journal, "-o", "json");
      JsonObject outcome = report.getAsJsonObject("outcome");

      assertThat(outcome.get("refused")).isEqualTo(whatif.get("blocked"));
      assertThat(outcome.get("would be refused")).isEqualTo(whatif.get("reported"));
      assertThat(report.get("seen")).isEqualTo(whatif.get("seen")).isEqualTo(check.get("seen"));
      assertThat(count(report.getAsJsonArray("breaks")))
          .isEqualTo(count(check.getAsJsonArray("findings"), "blocked", "would-block"))
          .isEqualTo(whatif.get("blocked").getAsLong() + whatif.get("reported").getAsLong());
    }
  }

  /** With a blank in it, a line is not remembered but read and counted by itself. */
  @Test
  void whetherLinesAreSummedUpOrCountedOneByOne() throws IOException {
    List<String> lines = Files.readAllLines(journal());
    Path repeated = folder.resolve("repeated.ndjson");
    Path single = folder.resolve("single.ndjson");
    Files.write(repeated, lines);
    Files.write(
        single, lines.stream().map(line -> line.replace("{\"time\"", "{ \"time\"")).toList());
    for (String policy :
        new String[] {"mode: enforce\n", "mode: audit\nprofile: mozilla-modern-6.0\n"}) {
      Path file = Files.writeString(folder.resolve("p.yaml"), policy);

      assertThat(content(report("--policy", file, repeated)))
          .isEqualTo(content(report("--policy", file, single)));
    }
    assertThat(content(report(repeated))).isEqualTo(content(report(single)));
  }

  /** But for its own time, and how long the input was. */
  private static JsonObject content(JsonObject report) {
    report.remove("made");
    report.remove("input");
    return report;
  }

  @Test
  void asRecorded() throws IOException {
    Path journal = journal();
    JsonObject report = report(journal);
    JsonObject seen = report.getAsJsonObject("seen");
    JsonObject check = json("check", journal, "-o", "json");

    assertThat(report.getAsJsonObject("outcome").get("would be refused"))
        .isEqualTo(seen.get("reported"));
    assertThat(count(check.getAsJsonArray("findings"), "would-block"))
        .isEqualTo(seen.get("reported").getAsLong());
    long all = 0;
    for (String name : report.getAsJsonObject("outcome").keySet()) {
      all += report.getAsJsonObject("outcome").get(name).getAsLong();
    }
    assertThat(all)
        .isEqualTo(seen.get("handshakes").getAsLong() + seen.get("requests").getAsLong());
  }

  private Path journal() throws IOException {
    Random random = new Random(7);
    Journal journal = new Journal();
    String[] versions = {"TLSv1.1", "TLSv1.2", "TLSv1.3"};
    for (int i = 0; i < 500; i++) {
      String version = versions[random.nextInt(3)];
      journal
          .of("service-" + random.nextInt(5))
          .handshake(
              "h" + random.nextInt(20),
              version.equals("TLSv1.1") ? WEAK : PASS,
              version,
              1 + random.nextInt(9),
              random.nextInt(200));
    }
    return journal.write(folder);
  }

  private static long count(Iterable<JsonElement> rows, String... actions) {
    long count = 0;
    List<String> wanted = new ArrayList<>(List.of(actions));
    for (JsonElement row : rows) {
      String action = row.getAsJsonObject().get("action").getAsString();
      boolean isWanted = wanted.isEmpty() || wanted.contains(action);
      count += isWanted ? row.getAsJsonObject().get("refused").getAsLong() : 0;
    }
    return count;
  }

  private static JsonObject json(Object... words) {
    return JsonParser.parseString(Cli.run(words).out()).getAsJsonObject();
  }
}
