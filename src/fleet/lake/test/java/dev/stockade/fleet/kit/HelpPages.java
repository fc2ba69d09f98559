package dev.stockade.fleet.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code --help} says of commands, held against the pages in a module's {@code
 * test/resources/contract/help}. With {@code -Dcontract.write=true} these are written anew.
 */
public final class HelpPages {
  private static final Path GOLDEN = Path.of("test", "resources", "contract", "help");
  private static final Path ACTUAL = Path.of("target", "contract", "help");
  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z][a-z0-9-]*) {2,}\\S");

  private HelpPages() {}

  /**
   * @param name of the page of all commands
   */
  public static void assertAsAgreed(CommandRun.Main main, String name) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    String top = page(main, name, "--help");
    pages.put(name, top);
    Matcher command = COMMAND.matcher(top);
    while (command.find()) {
      pages.put(command.group(1), page(main, name, command.group(1), "--help"));
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      String file = page.getKey() + ".txt";
      write(ACTUAL.resolve(file), page.getValue());
      if (Boolean.getBoolean("contract.write")) {
        write(GOLDEN.resolve(file), page.getValue());
      }
      assertThat(ACTUAL.resolve(file))
          .as("a wanted change is written with -Dcontract.write=true and needs an issue first")
          .hasSameTextualContentAs(GOLDEN.resolve(file));
    }
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
          .containsExactlyInAnyOrderElementsOf(pages.keySet());
    }
  }

  private static String page(CommandRun.Main main, String name, String... words) {
    CommandRun run = CommandRun.of(main, name + ".jar", (Object) words);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  private static void write(Path file, String page) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, page);
  }
}
