package dev.stockade.cli;

import picocli.CommandLine.Command;

/** The program that {@code self-test} runs in child JVMs; of no use to people. */
@Command(name = SelfTestProgram.NAME, hidden = true)
final class SelfTestProgramCommand extends StockadeCommand {
  SelfTestProgramCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws Exception {
    SelfTestProgram.run(console().out());
    return ExitCode.WELL;
  }
}
