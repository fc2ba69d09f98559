package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwaitedAnswersTest {
  private final AwaitedAnswers awaited = new AwaitedAnswers();
  private final Object connection = new Object();

  @Test
  void aProgramThatSendsNothingToAwsAwaitsNothing() {
    awaited.sent(connection, 0);

    assertThat(awaited.any()).isFalse();
    assertThat(awaited.of(connection)).isZero();
  }

  @Test
  void theNextAnswerOfAConnectionIsThatToItsRequest() {
    awaited.sent(connection, 7);

    assertThat(awaited.of(new Object())).isZero();
    assertThat(awaited.of(connection)).isEqualTo(7);
    awaited.over(connection);
    assertThat(awaited.of(connection)).isZero();
  }

  @Test
  void aRequestThatIsRepeatedIsTheSame() {
    awaited.sent(connection, 7);
    awaited.sent(connection, 7);

    assertThat(awaited.of(connection)).isEqualTo(7);
  }

  /** Its own answer will not come: the connection was opened again. */
  @Test
  void aRequestToAnybodyElseEndsTheWaiting() {
    awaited.sent(connection, 7);
    awaited.sent(connection, 0);

    assertThat(awaited.of(connection)).isZero();
  }

  @Test
  void whereTwoAreOnTheirWayNoAnswerIsToldEverAfter() {
    awaited.sent(connection, 7);
    awaited.sent(connection, 8);
    assertThat(awaited.of(connection)).isZero();

    awaited.over(connection);
    awaited.sent(connection, 9);
    assertThat(awaited.of(connection)).isZero();
  }

  @Test
  void whereTheClientShowsTheRequestNothingIsKept() {
    awaited.sent(null, 7);
    awaited.sent(null, 0);

    assertThat(awaited.any()).isTrue();
  }
}
