package dev.stockade.cli.attach;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.jvm.AgentArgument;
import dev.stockade.cli.jvm.EngineCommand;
import dev.stockade.cli.jvm.Jvm;
import dev.stockade.cli.jvm.RunningEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code set}. */
@Command(
    name = "set",
    description = {
      "Changes the running engine until the JVM ends or is attached to anew, whatever its policy"
          + " file says: mode, canary.percent, log, and rule.ID with a stage (off, audit, canary,"
          + " enforce)."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar set 4711 mode=canary canary.percent=25",
      "  java -jar stockade.jar set 4711 rule.tls.min-version=audit"
    })
public final class SetCommand extends EngineCommand {
  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "NAME=VALUE",
      description = "What to change.")
  private List<String> changes;

  private final Map<String, String> wanted = new LinkedHashMap<>();

  public SetCommand(Console console) {
    super(console);
  }

  /** Wrong words are reported before any JVM is touched. */
  @Override
  public Integer call() throws Exception {
    changes.forEach(change -> AgentArgument.addTo(wanted, change));
    return super.call();
  }

  @Override
  protected int run(Jvm jvm, RunningEngine engine) {
    Map<String, Object> answer = engine.ask("set", wanted);
    Object changed = answer.get("changed");
    if (!(changed instanceof List) || ((List<?>) changed).isEmpty()) {
      say("JVM " + jvm.pid() + ": all is so already, nothing changed");
    } else {
      for (Object change : (List<?>) changed) {
        Map<?, ?> parts = (Map<?, ?>) change;
        say(
            "JVM "
                + jvm.pid()
                + ": "
                + parts.get("name")
                + " was "
                + parts.get("from")
                + ", is "
                + parts.get("to"));
      }
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("pid", jvm.pid());
    result.putAll(answer);
    json(result);
    return ExitCode.OK;
  }
}
