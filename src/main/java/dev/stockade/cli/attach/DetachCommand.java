package dev.stockade.cli.attach;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.jvm.EngineCommand;
import dev.stockade.cli.jvm.Jvm;
import dev.stockade.cli.jvm.RunningEngine;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code detach}. */
@Command(
    name = "detach",
    description = {
      "Takes Stockade out of a JVM: its hooks go off, then the classes get their original code"
          + " back. Looks afterwards whether that is so."
    },
    footer = {"", "Example:", "  java -jar stockade.jar detach 4711"})
public final class DetachCommand extends EngineCommand {
  public DetachCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(Jvm jvm, RunningEngine engine) {
    Detachment detachment = new Detachment(jvm, engine);
    say(detachment.run());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("pid", jvm.pid());
    result.putAll(detachment.reply());
    json(result);
    return ExitCode.OK;
  }

  /** What is asked for is so: no failure. */
  @Override
  protected int withoutEngine(long pid) {
    say("Stockade is not active in JVM " + pid + ": nothing to do");
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("pid", pid);
    result.put("ok", true);
    json(result);
    return ExitCode.OK;
  }
}
