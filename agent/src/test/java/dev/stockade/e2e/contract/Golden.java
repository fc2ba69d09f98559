package dev.stockade.e2e.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files in {@code src/test/resources/contract}: what others build upon, as it was when it was
 * agreed. With {@code -Dcontract.write=true} they are written and not compared.
 */
final class Golden {
  static final Path FOLDER = Path.of("src", "test", "resources", "contract");

  private static final Path ACTUAL = Path.of("target", "contract");

  private Golden() {}

  static void assertSame(String name, List<String> lines) throws IOException {
    Path golden = FOLDER.resolve(name);
    Path actual = ACTUAL.resolve(name);
    write(actual, lines);
    if (Boolean.getBoolean("contract.write")) {
      write(golden, lines);
    }
    assertThat(actual)
        .describedAs(
            "the contract agent/%s, and what is now, agent/%s; a wanted change is written with"
                + " -Dcontract.write=true and needs an issue first",
            golden, actual)
        .usingCharset(UTF_8)
        .hasSameTextualContentAs(golden);
  }

  private static void write(Path file, List<String> lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }
}
