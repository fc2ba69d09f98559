package dev.stockade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One idea a file: no Java file of the project, main or test, is longer than can be read at once.
 */
class FileLengthTest {
  private static final int MOST = 300;

  @Test
  void noFileIsTooLong() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..").toRealPath())) {
      List<String> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/target/"))
              .map(file -> lines(file) + " " + file)
              .toList();

      assertThat(sources).hasSizeGreaterThan(1000);
      assertThat(sources)
          .filteredOn(one -> Integer.parseInt(one.substring(0, one.indexOf(' '))) > MOST)
          .isEmpty();
    }
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
