package dev.stockade.cli.profile;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.StockadeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code profile}: the commands about profiles. */
@Command(
    name = "profile",
    description = "Lists, shows and compares profiles, and checks a server or this JDK by them.",
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar profile list",
      "  java -jar stockade.jar profile show bsi",
      "  java -jar stockade.jar profile diff nist fips",
      "  java -jar stockade.jar profile check db.internal:8443"
    })
public final class ProfileCommand extends StockadeCommand {
  private ProfileCommand(Console console) {
    super(console);
  }

  /** With its own commands below it. */
  public static CommandLine of(Console console) {
    return new CommandLine(new ProfileCommand(console))
        .addSubcommand(new ProfileListCommand(console))
        .addSubcommand(new ProfileShowCommand(console))
        .addSubcommand(new ProfileDiffCommand(console))
        .addSubcommand(new ProfileCheckCommand(console));
  }

  @Override
  public Integer call() {
    throw CommandFailure.usage("profile needs one of list, show, diff, check");
  }
}
