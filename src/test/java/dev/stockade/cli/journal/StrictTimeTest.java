package dev.stockade.cli.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.base.IsoTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTimeTest {
  @Test
  void itIsTheTimeThatJavaReads() {
    Random random = new Random(7);
    long last = Instant.parse("9998-12-31T23:59:59Z").toEpochMilli();
    long first = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    for (int i = 0; i < 100_000; i++) {
      long millis = first + (long) (random.nextDouble() * (last - first));
      assertThat(parse(IsoTime.of(millis))).isEqualTo(millis);
    }
  }

  @Test
  void whatJavaDoesNotReadIsNone() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      byte[] text = "2026-11-23T18:45:00.123Z".getBytes(US_ASCII);
      for (int n = random.nextInt(3); n >= 0; n--) {
        text[random.nextInt(text.length)] = (byte) (random.nextInt(16) + '-');
      }
      long parsed = StrictTime.parse(text, 0);
      if (parsed != StrictTime.NONE) {
        assertThat(parsed).isEqualTo(Instant.parse(new String(text, US_ASCII)).toEpochMilli());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29T00:00:00.000Z",
        "2026-13-01T00:00:00.000Z",
        "2026-11-31T00:00:00.000Z",
        "0000-01-01T00:00:00.000Z",
        "9999-12-31T00:00:00.000Z",
        "2026-11-23T24:00:00.000Z",
        "2026-11-23T23:59:60.000Z",
        "2026-11-23 23:59:00.000Z",
        "2026-11-23T23:59:00.000z",
      })
  void anythingOddIsLeftToTheParser(String text) {
    assertThat(parse(text)).isEqualTo(StrictTime.NONE);
  }

  @Test
  void leapYears() throws DateTimeException {
    assertThat(parse("2028-02-29T00:00:00.000Z"))
        .isEqualTo(Instant.parse("2028-02-29T00:00:00Z").toEpochMilli());
    assertThat(parse("1900-02-29T00:00:00.000Z")).isEqualTo(StrictTime.NONE);
  }

  private static long parse(String text) {
    return StrictTime.parse(text.getBytes(US_ASCII), 0);
  }
}
