package dev.stockade.cli.report;

import static dev.stockade.cli.report.Journal.WEAK;
import static dev.stockade.cli.report.Journal.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.print.PrintOptions;

/** The HTML report as a browser draws it: light, dark and on paper. */
@Tag("exhaustive")
class HtmlMediaTest {
  /** Each text with less contrast than WCAG 2.1 AA asks for; how many were looked at at the end. */
  private static final String FAINT =
      """
      const part = (c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
      const parse = (c) => (c.match(/[0-9.]+/g) || []).map(Number);
      const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
      const back = (e) => {
        for (; e; e = e.parentElement) {
          const c = parse(getComputedStyle(e).backgroundColor);
          if (c.length === 3 || c[3] > 0) return c;
        }
        throw new Error("no background");
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const faint = [];
      let seen = 0;
      while (walker.nextNode()) {
        const node = walker.currentNode, e = node.parentElement, style = getComputedStyle(e);
        if (!node.textContent.trim() || e.closest("script, style") || !e.getClientRects().length) continue;
        const color = parse(e instanceof SVGElement ? style.fill : style.color);
        const [a, b] = [light(color), light(back(e))].sort((x, y) => y - x);
        const contrast = (a + 0.05) / (b + 0.05);
        seen++;
        if (contrast < 4.5) faint.push(contrast.toFixed(2) + " " + node.textContent.trim().slice(0, 40));
      }
      return faint.concat(String(seen));
      """;

  @TempDir private Path folder;
  private ChromeDriver browser;

  @BeforeEach
  void openReport() throws IOException {
    Journal journal = good();
    for (int i = 0; i < 9; i++) {
      journal.of("service-" + i).handshake("h" + i + ".internal", WEAK, "TLSv1.1", i + 1, i);
    }
    Path html = folder.resolve("report.html");
    Cli.run("report", "--format", "html", "--to", html, journal.write(folder));
    browser = Chromium.open(html, folder.resolve("profile"), Map.of());
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void textIsReadableInLightAndDark() {
    emulate("screen", "light");
    assertReadable();
    String light = background();
    emulate("screen", "dark");
    assertReadable();
    assertThat(background()).isNotEqualTo(light).isEqualTo("rgb(13, 17, 23)");
  }

  @Test
  void paperShowsWhatIsOpenAndNothingToClick() throws IOException {
    WebElement row = browser.findElement(By.cssSelector("table.list tbody tr"));
    row.findElement(By.tagName("summary")).click();
    emulate("print", "dark");

    assertReadable();
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    assertThat(row.findElement(By.tagName("dl")).isDisplayed()).isTrue();
    for (WebElement section : browser.findElements(By.cssSelector("main h2"))) {
      assertThat(section.isDisplayed()).isTrue();
    }
    String controls = "nav, label, input, details:not([open]) summary, dl + a";
    assertThat(browser.findElements(By.cssSelector(controls)))
        .hasSizeGreaterThan(9)
        .noneMatch(WebElement::isDisplayed);
    String arrow =
        "return getComputedStyle(document.querySelector('th button'), '::after').content";
    assertThat(browser.executeScript(arrow)).isEqualTo("none");

    byte[] pdf = Base64.getDecoder().decode(browser.print(new PrintOptions()).getContent());
    Path file = Files.write(folder.resolve("report.pdf"), pdf);
    assertThat(Files.size(file)).isGreaterThan(10_000);
  }

  private void emulate(String media, String scheme) {
    Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia", Map.of("media", media, "features", List.of(feature)));
  }

  private String background() {
    return (String) browser.executeScript("return getComputedStyle(document.body).backgroundColor");
  }

  private void assertReadable() {
    List<?> faint = (List<?>) browser.executeScript(FAINT);
    assertThat(faint.subList(0, faint.size() - 1)).isEmpty();
    assertThat(Integer.parseInt((String) faint.get(0))).isGreaterThan(100);
  }
}
