package dev.stockade.library.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.aws.AwsAnswer;
import org.junit.jupiter.api.Test;

/** An answer waits for its code and is found by its request id, or by its thread. */
class UnparsedAnswersTest {
  private final UnparsedAnswers answers = new UnparsedAnswers();

  @Test
  void itIsFoundByItsIdOnce() {
    UnparsedAnswer a = answer("A");
    UnparsedAnswer b = answer("B");
    assertThat(answers.isEmpty()).isTrue();
    assertThat(answers.add(a)).isNull();
    assertThat(answers.add(b)).isNull();

    assertThat(answers.isEmpty()).isFalse();
    assertThat(answers.take("C")).isNull();
    assertThat(answers.take(null)).isNull();
    assertThat(answers.take("A")).isSameAs(a);
    assertThat(answers.take("A")).isNull();
    assertThat(answers.take("B")).isSameAs(b);
    assertThat(answers.isEmpty()).isTrue();
  }

  @Test
  void withoutAnIdItIsThatOfTheThread() throws Exception {
    UnparsedAnswer mine = answer(null);
    answers.add(mine);
    Thread other = new Thread(() -> assertThat(answers.take(null)).isNull());
    other.start();
    other.join();

    assertThat(answers.take(null)).isSameAs(mine);
  }

  @Test
  void oneThatIsWrittenOverComesBack() {
    UnparsedAnswer first = answer("A");
    UnparsedAnswer second = answer("A");
    answers.add(first);

    assertThat(answers.add(second)).isSameAs(first);
    assertThat(answers.take("A")).isSameAs(second);
    assertThat(answers.isEmpty()).isTrue();
  }

  private static UnparsedAnswer answer(String id) {
    return new UnparsedAnswer(id, null, AwsAnswer.of(403));
  }
}
