package dev.stockade.cli.attach;

import dev.stockade.base.JvmProperties;
import dev.stockade.base.Version;
import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.Seconds;
import dev.stockade.cli.jvm.Jvm;
import dev.stockade.cli.jvm.JvmArguments;
import dev.stockade.cli.jvm.JvmCommand;
import dev.stockade.cli.jvm.ProcessFacts;
import dev.stockade.cli.jvm.Running;
import dev.stockade.cli.jvm.RunningEngine;
import dev.stockade.engine.options.KillSwitch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
  @Mixin private AttachWords words;

  @Option(names = "--dry-run", description = "Only tells what would be done.")
  private boolean dryRun;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "Detaches after this time, such as 60s; Ctrl-C detaches too.")
  private Integer seconds;

  private final TemporaryAttachments visits = new TemporaryAttachments();
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
    return well ? ExitCode.OK : ExitCode.FAILED;
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
      Running running = running(jvm, jar);
      Attachment attachment =
          new Attachment(jvm, jar, Version.current(), running, plan(jvm, running, wanted));
      if (seconds != null && attachment.isActive()) {
        throw CommandFailure.failed(
            "JVM " + pid + " runs Stockade already, which --for would end: leave --for out");
      }
      attachment.checkVersion(words.downgrade());
      attachment.checkKilled();
      attachment.checkKillSwitch(killSwitch(jvm, running));
      targets().files(pid).check(pid, wanted);
      if (attachment.isDone()) {
        tell(pid, attachment.sentence(), attachment, "unchanged", attachment.modeBefore());
        return;
      }
      prepareLoading(jvm);
      if (dryRun) {
        tell(
            pid,
            "would be attached to: it " + attachment.sentence(),
            attachment,
            "would-attach",
            attachment.modeToBe());
        attachment.details().forEach(this::say);
        return;
      }
      String mode = attachment.run(wanted);
      tell(
          pid,
          (attachment.isActive() ? attachment.sentence() + "; " : "")
              + "runs Stockade "
              + Version.current()
              + " in "
              + mode,
          attachment,
          attachment.isActive() ? "changed" : "attached",
          mode);
      attachment.details().forEach(this::say);
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

  /** An engine that does not say so by itself is asked by loading the agent, where it must be. */
  private Running running(Jvm jvm, String jar) {
    Map<String, String> properties = jvm.properties();
    String version = RunningEngine.version(properties);
    Map<String, Object> status = RunningEngine.quietStatus(jvm);
    if (version != null && status == null && !words.reset()) {
      prepareLoading(jvm);
      status = new RunningEngine(jvm, jar).ask("status");
    }
    return new Running(
        version,
        RunningEngine.mode(properties),
        status == null ? Collections.<String, Object>emptyMap() : status);
  }

  private AttachPlan plan(Jvm jvm, Running running, Map<String, String> wanted) {
    JvmArguments arguments =
        targets().arguments(jvm.pid()).with(jvm.agentProperties().get("sun.jvm.args"));
    boolean begins = running.version() == null || words.reset();
    String policy =
        wanted.containsKey("policy")
            ? wanted.get("policy")
            : begins ? started(jvm, running, "policy") : running.options().get("policy");
    String file = targets().files(jvm.pid()).modeIn(policy);
    ModeToBe mode =
        begins && !wanted.containsKey("mode")
            ? ModeToBe.first(started(jvm, running, "mode"), file)
            : ModeToBe.of(wanted, running, null, file);
    return new AttachPlan(wanted, running, words, mode, arguments.stockadeOptions());
  }

  /** Null where it is not on, or an engine hands over its options, which it does not heed. */
  private String killSwitch(Jvm jvm, Running running) {
    boolean runs = running.version() != null;
    if (runs && !words.reset()) {
      return null;
    }
    ProcessFacts process = targets().facts(jvm.pid());
    return KillSwitch.sentence(
        jvm.properties().get(runs ? JvmProperties.GIVEN_MODE : JvmProperties.MODE),
        process == null ? null : process.variable("STOCKADE_MODE"));
  }

  /**
   * What the target's properties and environment say of an option; an engine's own do not count.
   */
  private String started(Jvm jvm, Running running, String option) {
    Map<String, String> properties = jvm.properties();
    boolean own = running.version() != null && option.equals("mode");
    String property =
        properties.get(own ? JvmProperties.GIVEN_MODE : JvmProperties.PREFIX + option);
    ProcessFacts process = targets().facts(jvm.pid());
    return property != null || process == null
        ? property
        : process.variable("STOCKADE_" + option.toUpperCase(Locale.ROOT));
  }

  private void tell(long pid, String sentence, Attachment attachment, String result, String mode) {
    say("JVM " + pid + " " + sentence);
    results.add(attachment.members(result, mode));
  }
}
