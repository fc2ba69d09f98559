package dev.stockade.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandOversTest {
  private static final CodePlace DAO = new CodePlace("com.acme.Dao", "load", "dao.jar");
  private static final CodePlace JOB = new CodePlace("com.acme.Job", "run", "jobs.jar");

  @AfterEach
  void forget() {
    HandOvers.forget();
  }

  @Test
  void onlyWhatIsSoughtIsLookedAt() {
    assertThat(HandOvers.isSought()).isFalse();
    HandOvers.handedOver("s3.example", false, 1_000_000);
    assertThat(HandOvers.of("s3.example", 1_000_000)).isNull();

    HandOvers.seek("s3.example:8443");
    assertThat(HandOvers.isSought()).isTrue();
    HandOvers.learn("S3.example", DAO, 1_000_000);
    assertThat(HandOvers.of("s3.example:8443", 1_000_001)).isSameAs(DAO);
    assertThat(HandOvers.of("other.example", 1_000_001)).isNull();
  }

  @Test
  void aPlaceIsForgottenAfterAWhile() {
    HandOvers.learn("a", DAO, 1_000_000);

    assertThat(HandOvers.of("a", 1_000_000 + HandOvers.LASTS - 1)).isSameAs(DAO);
    assertThat(HandOvers.of("a", 1_000_000 + HandOvers.LASTS)).isNull();
  }

  @Test
  void nobodyIsNamedWhileTwoCallTheSameHost() {
    HandOvers.learn("a", DAO, 1_000_000);
    HandOvers.learn("a", JOB, 1_000_100);
    HandOvers.learn("a", JOB, 1_000_200);
    assertThat(HandOvers.of("a", 1_000_300)).isNull();
    assertThat(HandOvers.allOf("a", 1_000_300)).containsExactly(JOB, DAO);

    long later = 1_000_100 + HandOvers.LASTS;
    HandOvers.learn("a", JOB, later);
    assertThat(HandOvers.of("a", later)).isSameAs(JOB);
  }

  @Test
  void hostsWithoutEndAreForgotten() {
    HandOvers.learn("first", DAO, 1_000_000);
    for (int i = 0; i < HandOvers.HOSTS; i++) {
      HandOvers.seek("host" + i);
    }
    assertThat(HandOvers.of("first", 1_000_000)).isNull();
  }
}
