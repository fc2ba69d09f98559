package dev.stockade.cli.report;

import static dev.stockade.cli.report.Journal.WEAK;
import static dev.stockade.cli.report.Journal.ofEachVerdict;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import dev.stockade.TestData;
import dev.stockade.cli.Cli;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What {@code check} writes for other programs: SARIF, JUnit's XML and commands of GitHub Actions.
 */
class CheckFormatsTest {
  @TempDir private Path folder;

  @Test
  void sarifIsValidAndAFileOfItABaseline() throws IOException {
    Path file =
        ofEachVerdict().handshake("a\"\ud800\u0001<b>", WEAK, "TLSv1.1", 1, 2).write(folder);
    Path sarif = folder.resolve("s.sarif");

    assertThat(Cli.run("check", "--format", "sarif", "--to", sarif, file).exitCode()).isEqualTo(1);

    String text = Files.readString(sarif);
    assertThat(errors(text)).isEmpty();
    assertThat(errors(text.replace("ruleIndex", "ruleNumber"))).isNotEmpty();
    JsonObject run =
        JsonParser.parseString(text)
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject();
    JsonElement first = run.getAsJsonArray("results").get(0);
    String rule = first.getAsJsonObject().get("ruleId").getAsString();
    int index = first.getAsJsonObject().get("ruleIndex").getAsInt();
    JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
    assertThat(driver.getAsJsonArray("rules").get(index).getAsJsonObject().get("id").getAsString())
        .isEqualTo(rule);
    assertThat(text).doesNotContain("\\ud800", ":\"\"").contains("exception legacy-erp");
    assertThat(Cli.run("check", "--baseline", sarif, file).exitCode()).isZero();
    Cli again =
        Cli.run("check", "--baseline", sarif, "--format", "sarif", "--omit-suppressed", file);
    assertThat(errors(again.out())).isEmpty();
    assertThat(again.out())
        .contains("\"baselineState\":\"unchanged\"")
        .doesNotContain("legacy-erp");
  }

  @Test
  void sarifPointsToTheSourceWhereItIs() throws IOException {
    Path file = ofEachVerdict().write(folder);
    Path source = folder.resolve("src/com/acme/Dao.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class Dao {}");

    String text =
        Cli.run("check", "--format", "sarif", "--source-root", folder.resolve("src"), file).out();

    assertThat(text).contains("src/com/acme/Dao.java");
    assertThat(Cli.run("check", "--format", "sarif", file).out())
        .contains("\"uri\":\"stockade/acme-dao.jar\"");
  }

  @Test
  void junitIsXmlOfWhichTheCountsAreRight() throws Exception {
    Path file =
        ofEachVerdict()
            .of("a&<\"\u0001")
            .handshake("x\u0000y\ud800]]>", WEAK, "TLSv1.1", 1, 2)
            .line("torn")
            .write(folder);

    Cli cli = Cli.run("check", "--format", "junit", file);

    assertThat(cli.exitCode()).isEqualTo(1);
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(cli.out().getBytes(UTF_8)))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("testsuites");
    NodeList suites = root.getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      Element suite = (Element) suites.item(i);
      for (String[] pair :
          new String[][] {
            {"tests", "testcase"},
            {"failures", "failure"},
            {"skipped", "skipped"},
            {"errors", "error"}
          }) {
        assertThat(suite.getAttribute(pair[0]))
            .isEqualTo("" + suite.getElementsByTagName(pair[1]).getLength());
      }
    }
    assertThat(((Element) suites.item(0)).getAttribute("errors")).isEqualTo("1");
  }

  @Test
  void githubCommandsAreOneLineEach() throws IOException {
    Path file = new Journal().handshake("a\n::error::b%,:", WEAK, "TLSv1.1", 1, 2).write(folder);

    Cli cli = Cli.run("check", "--format", "github", file);

    assertThat(cli.lines()).hasSize(1);
    assertThat(cli.lines().get(0))
        .startsWith(
            "::error file=stockade/acme-dao.jar,line=1,title=tls.min-version"
                + " orders::[a%0A::error::b%25,:]:443: ")
        .contains("%0Ajava -jar stockade.jar explain tls.min-version");
  }

  @Test
  void aBuildsLogObeysNothingOfARecord() throws IOException {
    String host = "a\u001b]8;;x\u0007\u009b31m\u202e\u2028\u0000";
    Path file = new Journal().of(host).handshake(host, WEAK, "TLSv1.1", 1, 2).write(folder);

    for (String format : List.of("github", "junit")) {
      Path to = folder.resolve(format);
      Cli.run("check", "--format", format, "--to", to, file);
      assertThat(Files.readString(to))
          .contains("\\u009b31m\\u202e\\u2028")
          .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");
    }
  }

  private static List<String> errors(String sarif) throws IOException {
    Path schema = TestData.file("schemas/sarif-2.1.0.schema.json");
    List<String> errors = new ArrayList<>();
    new ValidatorFactory()
        .withJsonNodeFactory(new GsonNode.Factory())
        .validate(
            new Gson().fromJson(Files.readString(schema), JsonObject.class),
            new Gson().fromJson(sarif, JsonObject.class))
        .getErrors()
        .forEach(error -> errors.add(error.getInstanceLocation() + ": " + error.getError()));
    return errors;
  }
}
