package dev.stockade.library.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.aws.AwsAnswer;
import org.junit.jupiter.api.Test;

/** An answer waits for its code and is found by its request id, or by its thread. */
class UnparsedAnswersTest {
  private final UnparsedAnswers answers = new UnparsedAnswers();

  @Test
  void itIsFoundByItsIdOnce() {
    assertThat(answers.isEmpty()).isTrue();
    assertThat(answers.add(answer("A", 1))).isNull();
    assertThat(answers.add(answer("B", 2))).isNull();

    assertThat(answers.isEmpty()).isFalse();
    assertThat(answers.take("C")).isNull();
    assertThat(answers.take(null)).isNull();
    assertThat(answers.take("A").key).isEqualTo(1);
    assertThat(answers.take("A")).isNull();
    assertThat(answers.take("B").key).isEqualTo(2);
    assertThat(answers.isEmpty()).isTrue();
  }

  @Test
  void withoutAnIdItIsThatOfTheThread() throws Exception {
    answers.add(answer(null, 1));
    Thread other = new Thread(() -> assertThat(answers.take(null)).isNull());
    other.start();
    other.join();

    assertThat(answers.take(null).key).isEqualTo(1);
  }

  @Test
  void oneThatIsWrittenOverComesBack() {
    answers.add(answer("A", 1));

    assertThat(answers.add(answer("A", 2)).key).isEqualTo(1);
    assertThat(answers.take("A").key).isEqualTo(2);
    assertThat(answers.isEmpty()).isTrue();
  }

  private static UnparsedAnswer answer(String id, long key) {
    return new UnparsedAnswer(id, key, AwsAnswer.of(403));
  }
}
