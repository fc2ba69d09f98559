package dev.stockade.policy.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;

/** What a text's problems must be. */
final class ProblemAssertions {
  private static final long NOW = Instant.parse("2026-11-24T12:00:00Z").toEpochMilli();

  private ProblemAssertions() {}

  static String exception(String id, String match, String expires) {
    return String.format(
        "  - {id: %s, match: {%s}, allow: {min-version: TLSv1.1}, owner: o, reason: r, expires: %s}%n",
        id, match, expires);
  }

  /** Each expected one begins with its line. */
  static void assertProblems(String text, String... expected) {
    PolicyFile file = PolicyFile.parse("p.yaml", text.getBytes(UTF_8), NOW);
    assertThat(file.problems())
        .extracting(Problem::toString)
        .containsExactly(Arrays.stream(expected).map(e -> "p.yaml:" + e).toArray(String[]::new));
    assertThat(file.isUsable()).isEqualTo(file.problems().stream().noneMatch(Problem::isError));
  }
}
