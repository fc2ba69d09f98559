package dev.stockade.cli.report;

import static dev.stockade.cli.report.Journal.PASS;
import static dev.stockade.cli.report.Journal.WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The HTML report in a real browser: Debian's packages chromium and chromium-driver. */
@Tag("exhaustive")
class HtmlInBrowserTest {
  private static final List<String> HOSTILE =
      List.of(
          "<script>window.hacked = 1</script>",
          "\"><img src=x onerror=\"window.hacked = 1\">",
          "'onmouseover='window.hacked = 1",
          "</title></style></script><svg onload=\"window.hacked = 1\">",
          "<a href=\"javascript:window.hacked = 1\">x</a>",
          "\u202egnp.\u0000\u001b[31m\ud800",
          "x".repeat(100_000));

  @TempDir private Path folder;
  private ChromeDriver browser;

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void itSortsFiltersAndLinksByKeyboard() throws IOException {
    open(report(large()), Map.of());
    WebElement table = browser.findElement(By.cssSelector("#breaks ~ div table.list"));

    WebElement count = button(table, "count");
    count.sendKeys(Keys.ENTER);
    assertThat(numbers(table)).isSorted();
    count.sendKeys(Keys.ENTER);
    assertThat(numbers(table)).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
    assertThat(count.findElement(By.xpath("..")).getAttribute("aria-sort")).isEqualTo("descending");

    WebElement filter = browser.findElement(By.cssSelector("#breaks ~ label input"));
    filter.sendKeys("h17.internal");
    assertThat(shown(table)).hasSize(1).first().asString().contains("h17.internal:443");

    String id = table.findElement(By.cssSelector("tbody tr:not([hidden])")).getAttribute("id");
    browser.get(browser.getCurrentUrl().replaceFirst("#.*", "") + "#" + id);
    browser.navigate().refresh();
    WebElement details = browser.findElement(By.cssSelector("#" + id + " details"));
    assertThat(details.getAttribute("open")).isNotNull();
    assertThat(details.getText()).contains("server chose TLSv1.1").contains("fix 1");
    assertQuiet();
  }

  @Test
  void nothingFromARecordIsMoreThanText() throws IOException {
    Journal journal = new Journal();
    for (String text : HOSTILE) {
      journal.of(text).handshake(text, WEAK, "TLSv1.1", 2, 1);
      journal.record("tamper", 1, "\"reason\":" + Journal.quoted(text) + ",");
      journal.record("dropped", 1, "\"reason\":" + Journal.quoted(text) + ",");
    }
    open(report(journal.write(folder)), Map.of());

    assertThat(run("return window.hacked")).isNull();
    assertThat(run("return document.querySelectorAll('img, iframe, object, form').length"))
        .isEqualTo(0L);
    assertThat(run("return document.scripts.length")).isEqualTo(1L);
    assertThat(run("return document.querySelectorAll('a[href^=javascript]').length")).isEqualTo(0L);
    assertThat(browser.findElement(By.tagName("main")).getText())
        .contains("<script>window.hacked = 1</script>", "\\u202egnp.");
    assertThat(run("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    assertQuiet();
  }

  @Test
  void aScriptThatIsNotOfTheReportDoesNotRun() throws IOException {
    Path html = report(large());
    String text = Files.readString(html);
    Files.writeString(html, text.replace("</main>", "<script>window.hacked = 1</script></main>"));
    open(html, Map.of());

    assertThat(run("return window.hacked")).isNull();
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll().toString())
        .contains("Content Security Policy");
  }

  @Test
  void itIsReadWithoutJavaScript() throws IOException {
    open(report(large()), Map.of("profile.managed_default_content_settings.javascript", 2));

    assertThat(browser.findElement(By.tagName("body")).getText())
        .contains("not ready", "h17.internal:443", "What is in use");
    assertThat(browser.findElements(By.tagName("button"))).isEmpty();
  }

  @Test
  void aHundredServicesWithTwoThousandDestinationsAreLessThanTwoMegabytes() throws IOException {
    Journal journal = new Journal();
    for (int i = 0; i < 2_500; i++) {
      String host = "destination-" + i + ".department.internal.example.com";
      journal.of("service-" + i % 100).handshake(host, WEAK, "TLSv1.1", i + 1, i % 100);
    }
    Path html = report(journal.write(folder));

    assertThat(Files.size(html)).isLessThan(2_000_000);
    open(html, Map.of());
    assertThat(browser.findElement(By.cssSelector("#breaks ~ .folded")).getText())
        .contains("500 more findings are folded");
    assertThat(run("return performance.getEntriesByType('resource').length")).isEqualTo(0L);
    assertQuiet();
  }

  private Path large() throws IOException {
    Journal journal = new Journal();
    for (int i = 0; i < 40; i++) {
      journal.of("service-" + i % 7);
      journal.handshake("h" + i + ".internal", WEAK, "TLSv1.1", (i * 7) % 40 + 1, i);
      journal.handshake("h" + i + ".internal", PASS, "TLSv1.3", i + 1, i);
    }
    return journal.write(folder);
  }

  private Path report(Path journal) {
    Path html = folder.resolve("report.html");
    Cli cli = Cli.run("report", "--format", "html", "--to", html, journal);
    assertThat(cli.exitCode()).describedAs(cli.err()).isZero();
    return html;
  }

  private void open(Path html, Map<String, Object> preferences) {
    browser = Chromium.open(html, folder.resolve("profile"), preferences);
  }

  private Object run(String script) {
    return browser.executeScript(script);
  }

  private void assertQuiet() {
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  private static WebElement button(WebElement table, String name) {
    return table.findElements(By.cssSelector("th button")).stream()
        .filter(button -> button.getText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> numbers(WebElement table) {
    return table.findElements(By.cssSelector("tbody td.n")).stream()
        .map(cell -> Integer.valueOf(cell.getText()))
        .toList();
  }

  private static List<String> shown(WebElement table) {
    return table.findElements(By.cssSelector("tbody tr")).stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .toList();
  }
}
