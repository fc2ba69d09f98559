package dev.stockade.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What the commands of a jar hang on, and the form of all their help. */
@Command(commandListHeading = "%n")
public abstract class TopCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      hidden = true)
  @SuppressWarnings("unused") // picocli sees to it
  private boolean help;

  @Option(names = "--version", versionHelp = true, hidden = true)
  @SuppressWarnings("unused") // picocli sees to it
  private boolean version;

  /** With these commands, and help. */
  protected final CommandLine with(StockadeCommand... commands) {
    CommandLine top = new CommandLine(this);
    for (StockadeCommand command : commands) {
      top.addSubcommand(command);
    }
    return described(top.addSubcommand(new CommandLine.HelpCommand()));
  }

  /** Gives the help of these commands, and of all below, the one form. */
  protected static CommandLine described(CommandLine commands) {
    CommandSpec spec = commands.getCommandSpec();
    spec.usageMessage()
        .width(100)
        .synopsisHeading("usage: ")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(ExitCode.described());
    commands.getSubcommands().values().forEach(TopCommand::described);
    return commands;
  }
}
