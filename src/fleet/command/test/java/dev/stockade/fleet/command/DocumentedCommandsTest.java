package dev.stockade.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.command.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Each line of stockade-fleet.jar in the documents names a command and options that exist. */
class DocumentedCommandsTest {
  private static final Pattern LINE =
      Pattern.compile("java\\s+-jar\\s+\\S*stockade-fleet\\.jar ([^`|#);$&>\\n]+)");

  @Test
  void theyExistWithTheirOptions() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : documents()) {
      LINE.matcher(Files.readString(file)).results().map(MatchResult::group).forEach(lines::add);
    }
    assertThat(lines).hasSizeGreaterThan(10).allSatisfy(DocumentedCommandsTest::check);
  }

  @Test
  void everyCommandIsDocumented() throws IOException {
    String text = Files.readString(Path.of("../../../docs/fleet.md"));
    CommandLine commands = commands();
    assertThat(commands.getSubcommands().keySet())
        .allSatisfy(name -> assertThat(text + " help ").containsPattern("\\b" + name + "\\b"));
  }

  private static List<Path> documents() throws IOException {
    Path root = Path.of("../../..");
    try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
      return Stream.concat(
              Stream.of(root.resolve("README.md")),
              files.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  private static CommandLine commands() {
    return FleetCommands.of(new Console(System.in, System.out, System.err, "x.jar"));
  }

  private static void check(String line) {
    String[] words = line.substring(line.indexOf(".jar") + 4).trim().split("[\\s\\[\\]]+", 0);
    CommandLine command = commands().getSubcommands().get(words[0]);
    if (command == null) {
      assertThat(words[0]).as(line).isIn("COMMAND", "--help", "--version");
      return;
    }
    for (String word : words) {
      if (word.matches("-[a-z]|--[a-z].*") && !word.equals("--help")) {
        assertThat(command.getCommandSpec().optionsMap())
            .as(line)
            .containsKey(word.replaceFirst("=.*", ""));
      }
    }
  }
}
