package dev.stockade.cli.jvm;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.StockadeCommand;

/** The common base of the commands for running JVMs. */
public abstract class JvmCommand extends StockadeCommand {
  private final Targets targets;

  public JvmCommand(Console console) {
    super(console);
    targets = new Targets(ProcessFacts.PROC, console.jar());
  }

  public final Targets targets() {
    return targets;
  }

  /**
   * Makes sure that an agent may be loaded, and says what the target is going to print.
   *
   * @throws CommandFailure when it may not
   */
  public final void prepareLoading(Jvm jvm) {
    JvmArguments arguments =
        targets.arguments(jvm.pid()).with(jvm.agentProperties().get("sun.jvm.args"));
    String obstacle = AttachObstacles.toLoading(arguments);
    if (obstacle != null) {
      throw CommandFailure.failed("JVM " + jvm.pid() + " " + obstacle);
    }
    String warning = DynamicLoading.remark(jvm.pid(), jvm.properties(), arguments);
    if (warning != null) {
      remark(warning);
    }
  }
}
