package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.journal.CallSite;
import org.junit.jupiter.api.Test;

class HandOversTest {
  private static final CallSite DAO = new CallSite("com.acme.Dao", "load", "dao.jar");
  private static final CallSite JOB = new CallSite("com.acme.Job", "run", "jobs.jar");

  private final HandOvers known = new HandOvers();

  @Test
  void onlyWhatIsSoughtIsLookedAt() {
    assertThat(known.isSought()).isFalse();
    known.handedOver("s3.example", false, 1_000_000);
    assertThat(known.of("s3.example", 1_000_000)).isEmpty();

    known.seek("s3.example:8443");
    assertThat(known.isSought()).isTrue();
    known.learn("S3.example", DAO, 1_000_000);
    assertThat(known.of("s3.example:8443", 1_000_001)).containsExactly(DAO);
    assertThat(known.of("other.example", 1_000_001)).isEmpty();
  }

  @Test
  void aPlaceIsForgottenAfterAWhile() {
    known.learn("a", DAO, 1_000_000);

    assertThat(known.of("a", 1_000_000 + HandOvers.LASTS - 1)).containsExactly(DAO);
    assertThat(known.of("a", 1_000_000 + HandOvers.LASTS)).isEmpty();
  }

  @Test
  void allAreKnownWhileTwoCallTheSameHost() {
    known.learn("a", DAO, 1_000_000);
    known.learn("a", JOB, 1_000_100);
    known.learn("a", JOB, 1_000_200);
    assertThat(known.of("a", 1_000_300)).containsExactly(JOB, DAO);

    long later = 1_000_100 + HandOvers.LASTS;
    known.learn("a", JOB, later);
    assertThat(known.of("a", later)).containsExactly(JOB);
  }

  @Test
  void hostsWithoutEndAreForgotten() {
    known.learn("first", DAO, 1_000_000);
    for (int i = 0; i < HandOvers.HOSTS; i++) {
      known.seek("host" + i);
    }
    assertThat(known.of("first", 1_000_000)).isEmpty();
  }
}
