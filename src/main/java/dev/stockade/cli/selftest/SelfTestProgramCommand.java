package dev.stockade.cli.selftest;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import picocli.CommandLine.Command;

/** The program that {@code self-test} runs in child JVMs; of no use to people. */
@Command(name = SelfTestProgram.NAME, hidden = true)
public final class SelfTestProgramCommand extends StockadeCommand {
  public SelfTestProgramCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws Exception {
    SelfTestProgram.run(console().out());
    return ExitCode.OK;
  }
}
