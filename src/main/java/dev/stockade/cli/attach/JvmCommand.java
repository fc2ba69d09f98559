package dev.stockade.cli.attach;

import dev.stockade.cli.CommandFailure;
import dev.stockade.cli.Console;
import dev.stockade.cli.StockadeCommand;

/** What the commands for running JVMs share. */
abstract class JvmCommand extends StockadeCommand {
  private final Targets targets;

  JvmCommand(Console console) {
    super(console);
    targets = new Targets(ProcessFacts.PROC, console.jar());
  }

  final Targets targets() {
    return targets;
  }

  /**
   * Makes sure that an agent may be loaded, and tells what the target is going to print.
   *
   * @throws CommandFailure when it may not
   */
  final void prepareLoading(Jvm jvm) {
    JvmArguments arguments =
        targets.arguments(jvm.pid()).with(jvm.agentProperties().get("sun.jvm.args"));
    String obstacle = Obstacles.toLoading(arguments);
    if (obstacle != null) {
      throw CommandFailure.failed("JVM " + jvm.pid() + " " + obstacle);
    }
    String warning = DynamicLoading.remark(jvm.pid(), jvm.properties(), arguments);
    if (warning != null) {
      remark(warning);
    }
  }
}
