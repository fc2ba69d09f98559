package dev.stockade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.Docs;
import dev.stockade.cli.command.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Each command line in the documents names a command and options that exist. */
class DocumentedCommandsTest {
  private static final Pattern LINE =
      Pattern.compile("java\\s+-jar\\s+\\S*stockade(?!-fleet)\\S*\\.jar ([^`|#);$&>\\n]+)");

  static List<Path> docs() {
    return Docs.all();
  }

  @ParameterizedTest
  @MethodSource("docs")
  void everyCommandExistsWithItsOptions(Path file) {
    Matcher line = LINE.matcher(Docs.text(file));
    while (line.find()) {
      check(line.group(1), file + ": " + line.group());
    }
  }

  @Test
  void theWayToEnforcementNamesManyCommands() {
    Path rollout =
        Docs.all().stream().filter(file -> file.endsWith("rollout.md")).findFirst().orElseThrow();
    assertThat(LINE.matcher(Docs.text(rollout)).results().count()).isGreaterThan(15);
  }

  private static void check(String words, String where) {
    CommandLine command = CommandTree.of(new Console(System.in, System.out, System.err, "x.jar"));
    boolean named = words.startsWith("COMMAND");
    for (String word : words.trim().split("[\\s\\[\\]]+", 0)) {
      CommandLine sub = command.getSubcommands().get(word);
      if (sub != null) {
        command = sub;
        named = true;
      } else if (word.matches("-[a-z]|--[a-z].*") && !word.equals("--help")) {
        CommandSpec spec = command.getCommandSpec();
        String name = word.replaceFirst("=.*", "");
        assertThat(spec.optionsMap()).describedAs(where).containsKey(name);
      }
      assertThat(named).describedAs("the command in %s", where).isTrue();
    }
    assertThat(command.getSubcommands().isEmpty() || words.startsWith("COMMAND"))
        .describedAs("a whole command in %s", where)
        .isTrue();
  }
}
