package dev.stockade.cli.jvm;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** A command for Stockade where it already runs. */
public abstract class EngineCommand extends JvmCommand {
  @Parameters(index = "0", paramLabel = "PID", description = "The process id; see ps.")
  private long pid;

  public EngineCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws Exception {
    try (Jvm jvm = targets().open(pid)) {
      Map<String, String> properties = jvm.properties();
      String jar = targets().jarFor(pid);
      if (RunningEngine.version(properties) == null) {
        return withoutEngine(pid);
      }
      prepareLoading(jvm);
      return run(jvm, new RunningEngine(jvm, jar));
    }
  }

  /**
   * @return an exit code
   */
  protected abstract int run(Jvm jvm, RunningEngine engine) throws Exception;

  /**
   * @return an exit code
   */
  protected int withoutEngine(long process) {
    throw notActive(process);
  }

  public static CommandFailure notActive(long process) {
    return CommandFailure.failed(
        "Stockade is not active in JVM "
            + process
            + ": java -jar stockade.jar attach "
            + process
            + " brings it in");
  }
}
