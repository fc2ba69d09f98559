package dev.stockade.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({"1s, 1000", "90s, 90000", "5m, 300000", "24h, 86400000", "86399s, 86399000"})
  void isReadAsItIsWritten(String text, long millis) {
    assertThat(DurationText.millis(text)).isEqualTo(millis);
    assertThat(DurationText.of(millis)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "s", "5", "5d", "0s", "-1s", "+1s", "1.5h", "25h", "99999h", "000001s", "٣m", " 5m"
      })
  void isSomeDigitsAndAUnitUpToADay(String text) {
    assertThat(DurationText.millis(text)).isEqualTo(-1);
  }
}
