package dev.stockade.cli.ps;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.jvm.EngineCommand;
import dev.stockade.cli.jvm.Jvm;
import dev.stockade.cli.jvm.JvmCommand;
import dev.stockade.cli.jvm.RunningEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code status}. */
@Command(
    name = "status",
    description = {
      "Tells how Stockade does in JVMs: mode, policy, rules, hooks, counts, errors, journal,"
          + " exceptions, canary and cost. Asking leaves no trace in a JVM."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar status 4711",
      "  java -jar stockade.jar status --all",
      "  java -jar stockade.jar status 4711 -o json | jq .counts"
    })
public final class StatusCommand extends JvmCommand {
  @Parameters(arity = "0..*", paramLabel = "PID", description = "Process ids; see ps.")
  private List<Long> pids = new ArrayList<>();

  @Option(names = "--all", description = "All JVMs of this user in which Stockade runs.")
  private boolean all;

  @Option(
      names = "--all-rules",
      description = "Names every rule, not only those whose stage stands out.")
  private boolean allRules;

  private final List<Object> results = new ArrayList<>();
  private boolean well = true;

  public StatusCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (all == !pids.isEmpty()) {
      throw CommandFailure.usage("say which JVM: PIDs or --all");
    }
    if (pids.size() == 1) {
      Map<String, Object> status = status(pids.get(0));
      StatusText.of(status, allRules).forEach(this::say);
      json(status);
      return ExitCode.OK;
    }
    for (long pid : all ? targets().list() : pids) {
      if (!all || targets().isOwn(pid)) {
        tell(pid);
      }
    }
    if (results.isEmpty()) {
      say("Stockade is active in no JVM of this user: see java -jar stockade.jar ps");
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", well);
    result.put("jvms", results);
    json(result);
    return well ? ExitCode.OK : ExitCode.FAILED;
  }

  /** One JVM that does not answer does not keep the others from it. */
  private void tell(long pid) {
    try {
      Map<String, Object> status = all ? statusWhereActive(pid) : status(pid);
      if (status != null) {
        if (!results.isEmpty()) {
          say("");
        }
        StatusText.of(status, allRules).forEach(this::say);
        results.add(status);
      }
    } catch (CommandFailure e) {
      if (all && targets().obstacle(pid) != null) {
        return;
      }
      well = false;
      remark(e.getMessage());
      Map<String, Object> failure = new LinkedHashMap<>();
      failure.put("pid", pid);
      failure.put("ok", false);
      failure.put("error", e.getMessage());
      results.add(failure);
    }
  }

  private Map<String, Object> status(long pid) {
    Map<String, Object> status = statusWhereActive(pid);
    if (status == null) {
      throw EngineCommand.notActive(pid);
    }
    return status;
  }

  /** Null where Stockade is not active. */
  private Map<String, Object> statusWhereActive(long pid) {
    try (Jvm jvm = targets().open(pid)) {
      Map<String, Object> status = RunningEngine.quietStatus(jvm);
      if (status != null || RunningEngine.version(jvm.properties()) == null) {
        return status;
      }
      String jar = targets().jarFor(pid);
      prepareLoading(jvm);
      return new RunningEngine(jvm, jar).ask("status");
    }
  }
}
