package dev.stockade.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsoTimeTest {
  private static final DateTimeFormatter EXPECTED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Test
  void alwaysHasThreeDigitsOfMilliseconds() {
    assertThat(IsoTime.of(0)).isEqualTo("1970-01-01T00:00:00.000Z");
    assertThat(IsoTime.of(-1)).isEqualTo("1969-12-31T23:59:59.999Z");
    assertThat(IsoTime.of(951_782_400_007L)).isEqualTo("2000-02-29T00:00:00.007Z");
  }

  @Test
  void agreesWithJavaTimeOnEveryDayOfFourCenturiesAndAnyMillisecond() {
    Random random = new Random(7);
    for (long day = -60_000; day < 90_000; day++) {
      long millis = day * 86_400_000L + random.nextInt(86_400_000);
      assertThat(IsoTime.of(millis)).isEqualTo(EXPECTED.format(Instant.ofEpochMilli(millis)));
    }
  }
}
