package dev.stockade.fleet.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GrowthChartTest {
  private static final Path DOCS = Path.of("../../../docs");

  @Test
  void thePictureIsOfTheFiguresInTheDocument() throws Exception {
    String picture = Files.readString(DOCS.resolve("fleet-growth.svg"));
    assertThat(picture)
        .as("draw it anew: GrowthChart docs/fleet.md docs/fleet-growth.svg")
        .isEqualTo(GrowthChart.of(Files.readString(DOCS.resolve("fleet.md"))));
    assertThat(picture.split("class=\"curve")).hasSizeGreaterThan(6);
  }
}
