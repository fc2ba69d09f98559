package dev.stockade.cli;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import java.util.Collections;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: picocli's script for bash and zsh. */
@Command(
    name = "completion",
    aliases = "generate-completion",
    description = "Prints the completion script for bash and zsh.",
    footer = {
      "",
      "The script completes the word stockade, so define that first:",
      "  alias stockade='java -jar /opt/stockade.jar'",
      "  source <(java -jar /opt/stockade.jar completion)"
    })
final class CompletionCommand extends StockadeCommand {
  @Spec private CommandSpec spec;

  CompletionCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    String script = AutoComplete.bash(CommandTree.NAME, spec.root().commandLine());
    for (String line : script.split("\n", -1)) {
      say(line);
    }
    json(Collections.singletonMap("script", script));
    return ExitCode.OK;
  }
}
