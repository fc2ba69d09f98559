package dev.stockade.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a mistyped name may have meant. */
class SuggestionTest {
  private static final List<String> NAMES =
      List.of("tls.forward-secrecy", "tls.min-version", "tls.hostname", "tls.dh-size", "mode");

  @Test
  void aTypingErrorIsFound() {
    assertThat(Suggestion.of("tls.min-versoin", NAMES))
        .isEqualTo("; did you mean 'tls.min-version'?");
    assertThat(Suggestion.of("MDOE", NAMES)).isEqualTo("; did you mean 'mode'?");
  }

  @Test
  void aBeginningIsFoundUnlessItIsThatOfMany() {
    assertThat(Suggestion.of("tls.forward", NAMES))
        .isEqualTo("; did you mean 'tls.forward-secrecy'?");
    assertThat(Suggestion.of("tls.", NAMES)).isEmpty();
    assertThat(Suggestion.of("xyz", NAMES)).isEmpty();
    assertThat(Suggestion.of("", NAMES)).isEmpty();
  }
}
