package dev.stockade.policy.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stockade.policy.rule.Rule;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryChangeTest {
  private static final long SEED = 20261124;
  private static final CanaryChange ROLLBACK =
      CanaryChange.rollback(Rule.TLS_MIN_VERSION, "db.internal:1433", "s", 17, "why");
  private static final CanaryChange FUSE = CanaryChange.fuse("s", 17, "why");

  @Test
  void aLineIsJsonThatAPersonCanRead() {
    assertThat(ROLLBACK.toLine())
        .isEqualTo(
            "{\"change\":\"rollback\",\"rule\":\"tls.min-version\","
                + "\"destination\":\"db.internal:1433\",\"salt\":\"s\",\"time\":17,"
                + "\"reason\":\"why\"}");
    assertThat(FUSE.toLine())
        .isEqualTo("{\"change\":\"fuse\",\"salt\":\"s\",\"time\":17,\"reason\":\"why\"}");
  }

  @Test
  void whatWasWrittenIsReadBack() {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      Rule rule = Rule.values()[random.nextInt(Rule.values().length)];
      CanaryChange rollback =
          CanaryChange.rollback(rule, text(random), text(random), random.nextLong(), text(random));
      CanaryChange fuse = CanaryChange.fuse(text(random), random.nextLong(), text(random));

      assertThat(rollback.toLine()).isPrintable();
      assertThat(CanaryChange.parse(rollback.toLine()))
          .isEqualTo(rollback)
          .hasSameHashCodeAs(rollback);
      assertThat(CanaryChange.parse(fuse.toLine())).isEqualTo(fuse).isNotEqualTo(rollback);
    }
  }

  @Test
  void aTornLineIsNone() {
    for (CanaryChange change : new CanaryChange[] {ROLLBACK, FUSE}) {
      String line = change.toLine();
      for (int end = 0; end < line.length(); end++) {
        assertThat(CanaryChange.parse(line.substring(0, end))).isNull();
        assertThat(CanaryChange.parse(line.substring(0, end) + line))
            .as("cut at %s", end)
            .isEqualTo(end == 0 ? change : null);
        assertThat(CanaryChange.parse(line.substring(end + 1))).isNull();
      }
    }
  }

  @Test
  void blanksAndAnotherOrderDoNotMatterNorDoMembersOfALaterVersion() {
    assertThat(
            CanaryChange.parse(
                " { \"time\" : 17, \"reason\": \"w\\u0068y\", \"new\": -1, \"salt\":\"s\",\t"
                    + "\"change\":\"fuse\" }\r"))
        .isEqualTo(FUSE);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "[]",
        "{\"change\":\"fuse\",\"salt\":\"s\",\"time\":17}",
        "{\"change\":\"fuse\",\"salt\":\"s\",\"reason\":\"why\"}",
        "{\"change\":\"fuse\",\"time\":17,\"reason\":\"why\"}",
        "{\"salt\":\"s\",\"time\":17,\"reason\":\"why\"}",
        "{\"change\":\"else\",\"salt\":\"s\",\"time\":17,\"reason\":\"why\"}",
        "{\"change\":\"rollback\",\"salt\":\"s\",\"time\":17,\"reason\":\"why\"}",
        "{\"change\":\"rollback\",\"rule\":\"tls.none\",\"destination\":\"d\",\"salt\":\"s\",\"time\":17,\"reason\":\"why\"}",
        "{\"change\":\"fuse\",\"salt\":\"s\",\"time\":1-7,\"reason\":\"why\"}",
        "{\"change\":\"fuse\",\"salt\":\"s\",\"time\":99999999999999999999,\"reason\":\"why\"}",
        "{\"change\":\"fuse\",\"salt\":\"s\",\"time\":{},\"reason\":\"why\"}",
        "{\"change\":\"fuse\",\"salt\":\"s\",\"salt\":\"t\",\"time\":17,\"reason\":\"why\"}",
        "{\"change\":\"fuse\",\"salt\":\"s\",\"time\":17,\"reason\":\"why\",}",
        "{\"change\":\"fuse\",\"salt\":\"s\",\"time\":17,\"reason\":\"\\u00g0\"}",
        "{\"change\":\"fuse\",\"salt\":\"s\",\"time\":17,\"reason\":\"\\x\"}",
        "{\"change\":\"fuse\",\"salt\":\"s\",\"time\":17,\"reason\":\"a\u0000b\"}"
      })
  void whatTellsNoChangeIsNone(String line) {
    assertThat(CanaryChange.parse(line)).isNull();
  }

  @Test
  void garbageOfAnyKindIsLivedWith() {
    Random random = new Random(SEED);
    String line = ROLLBACK.toLine();
    for (int round = 0; round < 50_000; round++) {
      StringBuilder odd = new StringBuilder(line);
      for (int edits = random.nextInt(4); edits >= 0 && odd.length() > 0; edits--) {
        int at = random.nextInt(odd.length());
        if (random.nextBoolean()) {
          odd.setCharAt(at, "{}\":,\\u0-\u0000\uffff".charAt(random.nextInt(11)));
        } else {
          odd.delete(at, Math.min(odd.length(), at + random.nextInt(20)));
        }
      }
      assertThatCode(() -> CanaryChange.parse(odd.toString())).doesNotThrowAnyException();
      assertThatCode(() -> CanaryChange.parse(text(random))).doesNotThrowAnyException();
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
    }
    return text.toString();
  }
}
