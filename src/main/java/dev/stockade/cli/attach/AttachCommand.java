package dev.stockade.cli.attach;

import dev.stockade.cli.CommandFailure;
import dev.stockade.cli.Console;
import dev.stockade.cli.ExitCode;
import dev.stockade.engine.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code attach}. */
@Command(
    name = "attach",
    description = {
      "Brings this jar into running JVMs of this user: starts Stockade there, takes over from"
          + " another version, or changes its options. Does nothing where all is as wanted."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar attach 4711",
      "  java -jar stockade.jar attach --mode enforce --journal /var/log/app/s.ndjson 4711",
      "  java -jar stockade.jar attach --match 'orders.*\\.jar' --dry-run",
      "  java -jar stockade.jar attach --all --for 60s -o json"
    })
public final class AttachCommand extends JvmCommand {
  @Mixin private AttachSelection selection;
  @Mixin private AttachOptions options;

  @Option(names = "--dry-run", description = "Only tells what would be done.")
  private boolean dryRun;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "Detaches after this time, such as 60s; Ctrl-C detaches too.")
  private Integer seconds;

  private final Visits visits = new Visits();
  private final List<Map<String, Object>> results = new ArrayList<>();
  private boolean well = true;

  public AttachCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws InterruptedException {
    Map<String, String> wanted = options.byName();
    List<Long> pids = selection.in(targets());
    for (long pid : pids) {
      try {
        attach(pid, wanted);
      } catch (CommandFailure e) {
        if (selection.isOne()) {
          throw e;
        }
        fail(pid, e);
      }
    }
    if (seconds != null && !visits.isEmpty()) {
      visits.endAfter(seconds, this::say);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", well);
    result.put("jvms", results);
    json(result);
    return well ? ExitCode.WELL : ExitCode.FAILED;
  }

  /** One JVM that fails does not keep the others from it. */
  private void fail(long pid, CommandFailure e) {
    well = false;
    remark(e.getMessage());
    Map<String, Object> failure = new LinkedHashMap<>();
    failure.put("pid", pid);
    failure.put("ok", false);
    failure.put("error", e.getMessage());
    results.add(failure);
  }

  private void attach(long pid, Map<String, String> wanted) {
    Jvm jvm = targets().open(pid);
    boolean keep = false;
    try {
      String jar = targets().jarFor(pid);
      Attachment attachment = new Attachment(jvm, jar, Version.current());
      if (seconds != null && attachment.isActive()) {
        throw CommandFailure.failed(
            "JVM " + pid + " runs Stockade already, which --for would end: leave --for out");
      }
      if (attachment.isDone(wanted)) {
        tell(pid, attachment.plan(wanted), attachment, "unchanged", attachment.modeBefore());
        return;
      }
      prepareLoading(jvm);
      if (dryRun) {
        tell(
            pid,
            "would be attached to: it " + attachment.plan(wanted),
            attachment,
            "would-attach",
            wanted.get("mode"));
        return;
      }
      String mode = attachment.run(wanted);
      tell(
          pid,
          (attachment.isActive() ? attachment.plan(wanted) + "; " : "")
              + "runs Stockade "
              + Version.current()
              + " in "
              + mode,
          attachment,
          attachment.isActive() ? "changed" : "attached",
          mode);
      if (seconds != null) {
        visits.add(jvm, jar);
        keep = true;
      }
    } finally {
      if (!keep) {
        jvm.close();
      }
    }
  }

  private void tell(long pid, String sentence, Attachment attachment, String result, String mode) {
    say("JVM " + pid + " " + sentence);
    results.add(attachment.members(result, mode));
  }
}
