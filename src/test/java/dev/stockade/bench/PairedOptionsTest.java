package dev.stockade.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PairedOptionsTest {
  @Test
  void takesJdksOneByOneOrAsAList() {
    assertThat(PairedOptions.parse("--jdk", "/jdk/8", "--jdk", "/jdk/17,/jdk/25").javas())
        .containsExactly(
            Path.of("/jdk/8/bin/java"), Path.of("/jdk/17/bin/java"), Path.of("/jdk/25/bin/java"));
  }

  @Test
  void hasFiveRoundsOnTheJdkAtHandUnlessAskedOtherwise() {
    PairedOptions options = PairedOptions.parse();

    assertThat(options.rounds()).isEqualTo(5);
    assertThat(options.javas())
        .containsExactly(Path.of(System.getProperty("java.home"), "bin/java"));
    assertThat(options.wants(Row.RSS)).isTrue();
    assertThat(PairedOptions.parse("--quick").rounds()).isEqualTo(1);
    assertThat(PairedOptions.parse("--only", "SAMPLES").wants(Row.RSS)).isFalse();
  }

  @Test
  void tellsHowItIsUsedWhereItIsNot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedOptions.parse("--fast"))
        .withMessage(PairedOptions.USAGE);
  }
}
