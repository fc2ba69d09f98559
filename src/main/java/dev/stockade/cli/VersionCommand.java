package dev.stockade.cli;

import dev.stockade.base.Version;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import java.util.Collections;
import picocli.CommandLine.Command;

/** {@code version}. */
@Command(
    name = "version",
    description = "Prints the version of this jar.",
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar version",
      "  java -jar stockade.jar version -o json"
    })
final class VersionCommand extends StockadeCommand {
  VersionCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    say("stockade " + Version.current());
    json(Collections.singletonMap("version", Version.current()));
    return ExitCode.OK;
  }
}
