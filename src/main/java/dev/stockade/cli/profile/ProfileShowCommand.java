package dev.stockade.cli.profile;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code profile show}. */
@Command(
    name = "show",
    description = "Prints all that a profile says, its sources and its digest.",
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar profile show bsi",
      "  java -jar stockade.jar profile show acme-2026 --policy stockade.yaml -o json"
    })
final class ProfileShowCommand extends StockadeCommand {
  @Parameters(paramLabel = "ID", description = "The id or short name, see profile list.")
  private String name;

  @Mixin private ProfileFile profiles;

  ProfileShowCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    ProfileContents contents = new ProfileContents(profiles.named(name));
    contents.lines().forEach(this::say);
    json(contents.members());
    return ExitCode.OK;
  }
}
