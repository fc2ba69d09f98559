package dev.stockade.policy.canary;

import static dev.stockade.policy.canary.CanaryOutcome.PASSED;
import static java.util.Collections.emptyList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.CanaryUnit;
import dev.stockade.policy.rule.Rule;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CanaryTest {
  private static final Rule RULE = Rule.TLS_MIN_VERSION;
  private static final long SEED = 20261124;

  @ParameterizedTest
  @EnumSource(CanaryUnit.class)
  void theAnswerIsTheSameEachTimeAndAfterARestart(CanaryUnit unit) {
    Canary canary = canary(50, unit);
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      Rule rule = Rule.values()[random.nextInt(Rule.values().length)];
      String destination = "host-" + random.nextInt(500) + ":443";
      long connection = random.nextLong();
      boolean answer = canary.enforces(rule, destination, connection);

      assertThat(canary.enforces(rule, destination, connection)).isEqualTo(answer);
      assertThat(canary(50, unit).enforces(rule, destination, connection)).isEqualTo(answer);
    }
  }

  @ParameterizedTest
  @EnumSource(CanaryUnit.class)
  void aUnitOnceInStaysInWhenTheShareGrows(CanaryUnit unit) {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      Rule rule = Rule.values()[random.nextInt(Rule.values().length)];
      String destination = "host-" + random.nextInt() + ":443";
      Canary canary = canary(0, unit);
      boolean in = false;
      for (int percent = 0; percent <= 100; percent++) {
        canary = canary.with(settings(percent, unit));
        boolean now = canary.enforces(rule, destination, round);
        assertThat(now || !in).as("%s %s at %s %%", rule, destination, percent).isTrue();
        assertThat(canary(percent, unit).enforces(rule, destination, round)).isEqualTo(now);
        in = now;
      }
      assertThat(in).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(CanaryUnit.class)
  void noPercentIsNobody(CanaryUnit unit) {
    for (int i = 0; i < 1_000; i++) {
      assertThat(canary(0, unit).enforces(RULE, "host-" + i, i)).isFalse();
    }
  }

  @Test
  void aDestinationIsInAsAWhole() {
    Canary canary = canary(50, CanaryUnit.DESTINATION);
    boolean answer = canary.enforces(RULE, "db.internal:1433", 0);
    for (long connection = 1; connection < 100; connection++) {
      assertThat(canary.enforces(RULE, "db.internal:1433", connection)).isEqualTo(answer);
    }
  }

  @Test
  void anInstanceIsInAsAWhole() {
    int in = 0;
    for (int instance = 0; instance < 10_000; instance++) {
      CanarySettings settings = settings(50, CanaryUnit.INSTANCE);
      Canary canary = new Canary(settings, "pod-" + instance, emptyList());
      boolean answer = canary.enforces(RULE, "a:443", 1);
      for (int other = 0; other < 3; other++) {
        assertThat(canary.enforces(RULE, "b" + other + ":443", other)).isEqualTo(answer);
      }
      in += answer ? 1 : 0;
    }
    assertThat(in).isBetween(4_800, 5_200);
  }

  @Test
  void connectionsToOneDestinationAreShared() {
    Canary canary = canary(10, CanaryUnit.CONNECTION);
    int in = 0;
    for (int connection = 0; connection < 10_000; connection++) {
      in += canary.enforces(RULE, "db.internal:1433", connection) ? 1 : 0;
    }
    assertThat(in).isBetween(800, 1_200);
  }

  @Test
  void theCaseOfAHostDoesNotMatterInAnyLanguage() {
    Canary canary = canary(50, CanaryUnit.DESTINATION);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      for (int i = 0; i < 100; i++) {
        assertThat(canary.enforces(RULE, "DB-I" + i + ".Internal:1433", 0))
            .isEqualTo(
                canary(50, CanaryUnit.DESTINATION)
                    .enforces(RULE, "db-i" + i + ".internal:1433", 0));
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anUnknownOrEndlessDestinationIsAuditedAndItsOutcomesAreCounted() {
    Canary canary = canary(100, CanaryUnit.DESTINATION);
    String endless = "x".repeat(CanaryLedger.MAX_DESTINATION + 1);

    assertThat(canary.enforces(RULE, null, 1)).isFalse();
    assertThat(canary.enforces(RULE, endless, 1)).isFalse();
    assertThat(canary.outcome(RULE, null, false, PASSED, 1)).isEmpty();
    assertThat(canary.outcome(RULE, endless, true, PASSED, 1)).isEmpty();
    assertThat(canary.auditedCount()).isEqualTo(1);
    assertThat(canary.enforcedCount()).isEqualTo(1);
  }

  @Test
  void destinationsBeyondTheMostAreAuditedAndTheOthersStay() {
    Canary canary = canary(100, CanaryUnit.DESTINATION);
    for (int i = 0; i < 2 * CanaryLedger.MAX_DESTINATIONS; i++) {
      canary.outcome(RULE, "host-" + i, true, PASSED, i);
      assertThat(canary.enforces(RULE, "host-" + i, i))
          .isEqualTo(i < CanaryLedger.MAX_DESTINATIONS);
    }
    assertThat(canary.enforces(RULE, "host-0", 1)).isTrue();
    assertThat(canary.enforces(RULE, "host-" + CanaryLedger.MAX_DESTINATIONS, 1)).isFalse();
  }

  private static Canary canary(int percent, CanaryUnit unit) {
    return new Canary(settings(percent, unit), "orders-1", emptyList());
  }

  private static CanarySettings settings(int percent, CanaryUnit unit) {
    return new CanarySettings.Builder().percent(percent).unit(unit).build();
  }
}
