package dev.stockade.cli.attach;

import dev.stockade.cli.Console;
import dev.stockade.cli.ExitCode;
import dev.stockade.engine.Version;
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
    footer = {"", "Example:", "  java -jar stockade.jar audit 4711 --for 60s"})
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

  private final List<String> findings = new ArrayList<>();

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
      Attachment attachment = new Attachment(jvm, jar, Version.current());
      if (attachment.isActive()) {
        remark(
            "JVM " + pid + " runs Stockade already, in " + attachment.modeBefore() + ": it stays");
        watch(jvm, engine);
      } else {
        result.put("summary", visit(jvm, jar, engine, attachment));
      }
    }
    result.put("findings", findings);
    json(result);
    return ExitCode.WELL;
  }

  private String visit(Jvm jvm, String jar, RunningEngine engine, Attachment attachment)
      throws InterruptedException {
    Visits visits = new Visits();
    visits.add(jvm, jar);
    String summary = null;
    try {
      attachment.run(unnoticed());
      watch(jvm, engine);
      summary = String.valueOf(engine.ask("summary").get("text"));
      say(summary);
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
  private static Map<String, String> unnoticed() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("mode", "audit");
    options.put("log", "error");
    options.put("summary", "false");
    return options;
  }

  private void watch(Jvm jvm, RunningEngine engine) throws InterruptedException {
    new Watch(jvm, engine)
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
