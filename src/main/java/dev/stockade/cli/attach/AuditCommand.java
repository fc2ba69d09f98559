package dev.stockade.cli.attach;

import dev.stockade.base.Version;
import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.Seconds;
import dev.stockade.cli.jvm.AgentArgument;
import dev.stockade.cli.jvm.Jvm;
import dev.stockade.cli.jvm.JvmCommand;
import dev.stockade.cli.jvm.Running;
import dev.stockade.cli.jvm.RunningEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit}. */
@Command(
    name = "audit",
    description = {
      "Watches a JVM for a time: attaches in audit, shows findings as they come, then the"
          + " summary, and detaches. Where Stockade runs already, nothing of it is changed: only"
          + " the findings are shown."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar audit 4711 --for 60s",
      "  java -jar stockade.jar audit 4711 --journal audit.ndjson --exit-code"
    })
public final class AuditCommand extends JvmCommand {
  @Parameters(index = "0", paramLabel = "PID", description = "The process id; see ps.")
  private long pid;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = Seconds.class,
      description = "How long, such as 5m; default 60s. Ctrl-C ends it earlier and detaches.")
  private int seconds;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Where the JVM writes the records of what is seen; default none.")
  private String journal;

  @Option(
      names = "--exit-code",
      description = "Exits with 1 when there was a violation; without it only failures do.")
  private boolean exitCode;

  private final List<String> findings = new ArrayList<>();
  private boolean violated;

  public AuditCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("pid", pid);
    result.put("ok", true);
    try (Jvm jvm = targets().open(pid)) {
      String jar = targets().jarFor(pid);
      prepareLoading(jvm);
      RunningEngine engine = new RunningEngine(jvm, jar);
      Running running = Running.of(jvm);
      Attachment attachment =
          new Attachment(
              jvm, jar, Version.current(), running, AttachPlan.first(options(), running));
      Seen before = Seen.in(jvm);
      Seen seen;
      if (attachment.isActive()) {
        if (journal != null) {
          throw CommandFailure.failed(
              "JVM " + pid + " runs Stockade already, which stays as it is: leave --journal out");
        }
        remark(
            "JVM " + pid + " runs Stockade already, in " + attachment.modeBefore() + ": it stays");
        watch(jvm, engine);
        seen = Seen.in(jvm).since(before);
      } else {
        targets().files(pid).check(pid, options());
        seen = new Seen();
        result.put("summary", visit(jvm, jar, engine, attachment, seen));
      }
      tell(seen, result);
      violated = seen.violations() > 0;
    }
    result.put("findings", findings);
    json(result);
    return exitCode && violated ? ExitCode.FAILED : ExitCode.OK;
  }

  private void tell(Seen seen, Map<String, Object> result) {
    if (seen.isKnown()) {
      result.put("seen", seen.events());
      result.put("violations", seen.violations());
    }
    String nothing = seen.nothing(seconds);
    if (nothing != null) {
      result.put("nothing", nothing);
      say(nothing);
    }
  }

  private String visit(Jvm jvm, String jar, RunningEngine engine, Attachment attachment, Seen seen)
      throws InterruptedException {
    TemporaryAttachments visits = new TemporaryAttachments();
    visits.add(jvm, jar);
    String summary = null;
    try {
      attachment.run(options());
      watch(jvm, engine);
      // The engine speaks of its option; here there is one of the command.
      summary =
          String.valueOf(engine.ask("summary").get("text"))
              .replace("\nrun with journal=FILE ", "\nrun with --journal FILE ");
      seen.take(jvm);
      for (String line : summary.isEmpty() ? new String[0] : summary.split("\n", 0)) {
        say(line);
      }
    } finally {
      if (summary == null) {
        visits.abandon();
      } else {
        visits.end(this::say);
      }
    }
    return summary;
  }

  /** All that is seen goes to this terminal, nothing to the service's stderr. */
  private Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("mode", "audit");
    options.put("log", "error");
    options.put("summary", "false");
    if (journal != null) {
      AgentArgument.add(options, "journal", AttachOptions.absolute(journal));
    }
    return options;
  }

  private void watch(Jvm jvm, RunningEngine engine) throws InterruptedException {
    new LiveFindingsReader(jvm, engine)
        .run(
            seconds,
            line -> {
              say(line);
              if (isJson()) {
                findings.add(line);
              }
            });
  }
}
