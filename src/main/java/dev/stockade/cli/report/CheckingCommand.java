package dev.stockade.cli.report;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.command.Printable;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.journal.Input;
import dev.stockade.cli.journal.Unread;
import dev.stockade.policy.Policy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** A command that fails on findings, wherever their records are. */
public abstract class CheckingCommand extends StockadeCommand {
  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "WHAT",
      description = {
        "would-block (default): what enforcing refuses; violation, warn, note: that verdict or"
            + " worse; a rule's id. Several with commas. Findings are handshakes, requests and"
            + " tampering, not what AWS answered."
      })
  private List<String> failOn = new ArrayList<>(Arrays.asList("would-block"));

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings that are known: by --write-baseline, or an earlier SARIF file.")
  private String baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Writes all findings there, and exits with 0.")
  private String newBaseline;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private CheckFormat format = CheckFormat.text;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Writes it there, over what is there, instead of to standard output.")
  private String to;

  @Option(
      names = "--source-root",
      paramLabel = "FOLDER",
      description = "Where the sources are, so that findings are shown at the calling class.")
  private String sourceRoot;

  @Option(
      names = "--omit-suppressed",
      description = "Leaves out of SARIF what an exception allows: GitHub would show it as open.")
  private boolean omitsSuppressed;

  protected CheckingCommand(Console console) {
    super(console);
  }

  /** Reads the records that were chosen. */
  protected abstract Gathering gather();

  /** What they were read from. Known once they were gathered. */
  protected abstract Input input();

  /** Throws where writing a file, null for none, would overwrite what is read. */
  protected abstract void refuse(String file);

  /** The policy that judges anew; null for none. Known once the records were gathered. */
  Policy policy() {
    return null;
  }

  /** Null where none was named. */
  String policyFile() {
    return null;
  }

  @Override
  public final Integer call() throws IOException {
    refuseContradictions();
    FailOn words = new FailOn(failOn);
    refuse(to);
    refuse(newBaseline);
    Gathering gathered = gather();
    List<FoundFault> faults = gathered.faults.all();
    for (FoundFault fault : faults) {
      Policy policy = policy();
      fault.owner = Excuses.owner(policy == null ? null : policy.exceptions(), fault.exception);
    }
    CheckResult result =
        new CheckResult(faults, words, baseline == null ? null : Baseline.read(baseline));
    Unread unread = input().unread();
    if (!unread.places().isEmpty()) {
      remark(
          Advice.times(unread.lines(), "line", "lines")
              + " and "
              + Advice.times(unread.files(), "file", "files")
              + " could not be read; the first: "
              + unread.places().get(0));
    }
    long further = gathered.faults.further();
    if (further > 0) {
      remark(
          Advice.times(further, "event", "events")
              + " at places beyond the first "
              + FoundFaults.MAX
              + " were not compared: check fewer at a time, with --service or --since");
    }
    if (newBaseline != null) {
      WrittenFile.write(newBaseline, Baseline.text(faults));
      say(newBaseline + ": " + Advice.times(faults.size(), "finding", "findings"));
      json(members(result, gathered));
      return ExitCode.OK;
    }
    if (isJson()) {
      json(members(result, gathered));
    } else {
      tell(result, unread);
    }
    return result.failing().isEmpty() && unread.files() == 0 && further == 0
        ? ExitCode.OK
        : ExitCode.FAILED;
  }

  private void refuseContradictions() {
    if (isJson() && format != CheckFormat.text) {
      throw CommandFailure.usage("either --format " + format + " or -o json");
    }
    if (isJson() && to != null) {
      throw CommandFailure.usage("either --to or -o json, which is for standard output");
    }
    if (newBaseline != null && (to != null || format != CheckFormat.text)) {
      throw CommandFailure.usage("--write-baseline writes nothing else: no --to, no --format");
    }
  }

  private void tell(CheckResult result, Unread unread) throws IOException {
    if (format == CheckFormat.text && to == null) {
      people(result).forEach(this::say);
      return;
    }
    String text = text(result, unread);
    if (to == null) {
      write(text);
    } else {
      WrittenFile.write(to, text);
    }
    remark(result.sentence());
  }

  private String text(CheckResult result, Unread unread) throws IOException {
    SourcePlace places = new SourcePlace(sourceRoot, policyFile());
    switch (format) {
      case sarif:
        return JsonText.of(Sarif.of(result, places, omitsSuppressed)) + "\n";
      case junit:
        return Junit.of(result, unread.places());
      case github:
        List<String> commands = GithubCommands.of(result, places);
        return commands.isEmpty() ? "" : String.join("\n", commands) + "\n";
      default:
        return Printable.lines(people(result));
    }
  }

  private static List<String> people(CheckResult result) {
    List<String> lines = new ArrayList<>();
    for (FoundFault fault : result.all()) {
      String state =
          result.fails(fault)
              ? "FAIL"
              : result.isKnown(fault) ? "known" : fault.isExcused() ? "excused" : "ok";
      lines.add(
          String.format(
              "%-8s%s  %s  %s %s, %s",
              state,
              fault.rule,
              fault.place.destination,
              fault.action(),
              Advice.times(fault.actions(), "time", "times"),
              fault.place.service));
      lines.add("        " + FaultText.reason(fault));
      String code = FaultText.code(fault);
      if (code != null) {
        lines.add("        at " + code);
      }
    }
    lines.add(result.sentence());
    return lines;
  }

  private static Map<String, Object> members(CheckResult result, Gathering gathered) {
    Map<String, Object> all = new LinkedHashMap<>();
    List<Map<String, Object>> findings = new ArrayList<>();
    for (FoundFault fault : result.all()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", fault.id);
      one.put("rule", fault.rule);
      one.put("service", fault.place.service);
      one.put("destination", fault.place.destination);
      one.put("verdict", fault.verdict().label());
      one.put("action", fault.action());
      one.put("count", fault.count());
      one.put("refused", fault.refusals());
      one.put("reason", fault.reason);
      one.put("exception", fault.exception);
      one.put("known", result.isKnown(fault));
      one.put("fails", result.fails(fault));
      findings.add(one);
    }
    all.put("seen", gathered.seen.members());
    all.put("failing", result.failing().size());
    all.put("findings", findings);
    return all;
  }
}
