package dev.stockade.cli;

import dev.stockade.cli.attach.AttachCommand;
import dev.stockade.cli.attach.AuditCommand;
import dev.stockade.cli.attach.DetachCommand;
import dev.stockade.cli.attach.SetCommand;
import dev.stockade.cli.aws.EndpointCommand;
import dev.stockade.cli.aws.Sigv4Command;
import dev.stockade.cli.cbom.CbomCommand;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.TopCommand;
import dev.stockade.cli.follow.FollowCommand;
import dev.stockade.cli.journal.ExportCommand;
import dev.stockade.cli.journal.SuggestCommand;
import dev.stockade.cli.journal.VerifyCommand;
import dev.stockade.cli.journal.WhatIfCommand;
import dev.stockade.cli.policy.PolicyCommand;
import dev.stockade.cli.profile.ProfileCommand;
import dev.stockade.cli.ps.PsCommand;
import dev.stockade.cli.ps.StatusCommand;
import dev.stockade.cli.report.CheckCommand;
import dev.stockade.cli.report.ReportCommand;
import dev.stockade.cli.selftest.SelfTestCommand;
import dev.stockade.cli.selftest.SelfTestProgramCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one list of all commands. */
@Command(
    name = CommandTree.NAME,
    customSynopsis = "java -jar stockade.jar COMMAND",
    footer = {
      "",
      "java -jar stockade.jar COMMAND --help tells of one command, with examples.",
      "",
      "as an agent: java -javaagent:stockade.jar[=mode=audit,journal=FILE,...] -jar app.jar"
    })
final class CommandTree extends TopCommand {
  static final String NAME = "stockade";

  private CommandTree() {}

  static CommandLine of(Console console) {
    CommandLine top =
        new CommandLine(new CommandTree())
            .addSubcommand(new VersionCommand(console))
            .addSubcommand(new SelfTestCommand(console))
            .addSubcommand(new SelfTestProgramCommand(console))
            .addSubcommand(new PsCommand(console))
            .addSubcommand(new AttachCommand(console))
            .addSubcommand(new StatusCommand(console))
            .addSubcommand(new SetCommand(console))
            .addSubcommand(new DetachCommand(console))
            .addSubcommand(new AuditCommand(console))
            .addSubcommand(new ExplainCommand(console))
            .addSubcommand(PolicyCommand.of(console))
            .addSubcommand(ProfileCommand.of(console))
            .addSubcommand(new ReportCommand(console))
            .addSubcommand(new CheckCommand(console))
            .addSubcommand(new WhatIfCommand(console))
            .addSubcommand(new SuggestCommand(console))
            .addSubcommand(new ExportCommand(console))
            .addSubcommand(new VerifyCommand(console))
            .addSubcommand(new CbomCommand(console))
            .addSubcommand(new FollowCommand(console))
            .addSubcommand(new EndpointCommand(console))
            .addSubcommand(new Sigv4Command(console))
            .addSubcommand(new CompletionCommand(console))
            .addSubcommand(new CommandLine.HelpCommand());
    return described(top);
  }
}
