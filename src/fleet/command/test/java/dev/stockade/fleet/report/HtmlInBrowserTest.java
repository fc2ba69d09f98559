package dev.stockade.fleet.report;

import static dev.stockade.fleet.report.Records.WEAK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stockade.cli.command.JsonText;
import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.FleetRun;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The HTML of a fleet: what is hostile is text, and what is large is folded. */
class HtmlInBrowserTest {
  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");

  private static final List<String> HOSTILE =
      List.of(
          "<script>window.hacked = 1</script>",
          "\"><img src=x onerror=\"window.hacked = 1\">",
          "</title></style></script><svg onload=\"window.hacked = 1\">",
          "=HYPERLINK(\"javascript:window.hacked = 1\")",
          "'; DROP TABLE handshakes; --",
          "\u202egnp.\u001b[31m");

  @TempDir private Path folder;

  @Test
  void nothingFromARecordIsMoreThanText() throws Exception {
    Records records = new Records();
    for (String text : HOSTILE) {
      String quoted = JsonText.of(text);
      records.of(text, text).handshake("h" + text, WEAK, "TLSv1.1", 2, 1);
      records.record("canary.change", 1, "\"verdict\":\"warn\",\"reason\":" + quoted + ",");
      records.record("tamper", 1, "\"verdict\":\"warn\",\"reason\":" + quoted + ",");
    }
    Path lake = JournalLake.of(folder.resolve("lake"), records.write(folder));
    Path owners = Files.writeString(folder.resolve("o.csv"), "service,owner\norders,<b>=1\n");
    Path html = html(lake, "--owners", owners);
    String text = Files.readString(html);

    assertThat(text)
        .contains("default-src 'none'", "&lt;script&gt;window.hacked = 1&lt;/script&gt;")
        .doesNotContain("<script>window", "<img", "<svg onload", "\u202e", "\u001b");
    assertThat(FleetRun.of("report", "--lake", lake).out()).doesNotContain("\u001b", "\u202e");
    for (String service : HOSTILE) {
      assertThat(FleetRun.of("check", "--lake", lake, "--service", service).exitCode())
          .isEqualTo(1);
    }
    try (Browser browser = Browser.open(html, folder)) {
      assertThat(browser.run("return window.hacked")).isNull();
      assertThat(browser.run("return document.querySelectorAll('img, iframe, form').length"))
          .isEqualTo(0L);
      assertThat(browser.run("return document.scripts.length")).isEqualTo(1L);
      assertThat(browser.text("#services ~ div table")).contains("DROP TABLE", "not ready");
      assertThat(browser.run("return performance.getEntriesByType('resource').length"))
          .isEqualTo(0L);
      assertThat(browser.driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }
  }

  @Test
  void aHundredServicesWithTwoThousandDestinationsAreLessThanTwoMegabytes() throws Exception {
    Path html = html(LargeLake.write(folder.resolve("lake"), 40_000, 100, 2_000, 1_000));

    assertThat(Files.size(html)).isLessThan(2_000_000);
    assertThat(Files.readString(html))
        .contains(
            "Of 100 services: ", "service-99", "more findings are folded", "850 more are folded");
  }

  private Path html(Path lake, Object... words) {
    Path html = folder.resolve("report.html");
    Object[] all = new Object[words.length + 7];
    System.arraycopy(
        new Object[] {"report", "--lake", lake, "--format", "html", "--to", html}, 0, all, 0, 7);
    System.arraycopy(words, 0, all, 7, words.length);
    CommandRun cli = FleetRun.of(all);
    assertThat(cli.exitCode()).describedAs(cli.err()).isZero();
    return html;
  }

  /** Debian's Chromium, without a window. */
  private record Browser(ChromeDriver driver) implements AutoCloseable {
    static Browser open(Path html, Path folder) {
      assumeTrue(CHROMIUM.exists() && DRIVER.exists(), "no " + CHROMIUM + " or no " + DRIVER);
      LoggingPreferences logs = new LoggingPreferences();
      logs.enable(LogType.BROWSER, Level.ALL);
      ChromeOptions options = new ChromeOptions();
      options.setBinary(CHROMIUM);
      options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
      options.addArguments("--user-data-dir=" + folder.resolve("profile"));
      options.setCapability("goog:loggingPrefs", logs);
      ChromeDriverService service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(DRIVER)
              .usingAnyFreePort()
              .build();
      ChromeDriver driver = new ChromeDriver(service, options);
      driver.get(html.toUri().toString());
      return new Browser(driver);
    }

    Object run(String script) {
      return driver.executeScript(script);
    }

    String text(String selector) {
      return driver.findElement(By.cssSelector(selector)).getText();
    }

    @Override
    public void close() {
      driver.quit();
    }
  }
}
