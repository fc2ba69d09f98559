package dev.stockade.cli.ps;

import dev.stockade.cli.attach.OwnSuites;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.jvm.JvmCommand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code ps}. */
@Command(
    name = "ps",
    description = {
      "Lists the JVMs of this machine: pid, main class or jar, JDK, whether they can be attached"
          + " to or why not, their agents, Stockade's version and mode, and what to expect of"
          + " their TLS. Asks each JVM of this user for its system properties; weaves nothing."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar ps",
      "  java -jar stockade.jar ps -o json | jq '.jvms[] | select(.mode == null) | .pid'"
    })
public final class PsCommand extends JvmCommand {
  public PsCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    OwnSuites own = OwnSuites.ofThisRuntime();
    List<Map<String, Object>> members = new ArrayList<>();
    for (long pid : targets().list()) {
      JvmView view = JvmView.of(targets(), pid, own);
      if (!view.isGone()) {
        members.add(view.members());
        view.lines().forEach(this::say);
      }
    }
    if (members.isEmpty()) {
      say("no JVM runs here but this one");
    }
    json(Collections.singletonMap("jvms", members));
    return ExitCode.OK;
  }
}
