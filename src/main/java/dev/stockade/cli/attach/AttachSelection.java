package dev.stockade.cli.attach;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.jvm.ProcessFacts;
import dev.stockade.cli.jvm.Targets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The selection of JVMs to attach to: exactly one way of naming them. */
final class AttachSelection {
  @Parameters(arity = "0..1", paramLabel = "PID", description = "The process id; see ps.")
  private Long pid;

  @Option(names = "--all", description = "All JVMs of this user.")
  private boolean all;

  @Option(
      names = "--match",
      paramLabel = "REGEX",
      description = "All JVMs of this user in whose command line the expression is found.")
  private String match;

  boolean isOne() {
    return pid != null;
  }

  /** Process ids; never empty. */
  List<Long> in(Targets targets) {
    int ways = (pid == null ? 0 : 1) + (all ? 1 : 0) + (match == null ? 0 : 1);
    if (ways != 1) {
      throw CommandFailure.usage("say which JVM: one of PID, --all and --match REGEX");
    }
    if (pid != null) {
      return new ArrayList<>(Collections.singletonList(pid));
    }
    Pattern wanted = all ? Pattern.compile("") : pattern();
    List<Long> found = new ArrayList<>();
    for (Long candidate : targets.list()) {
      if (targets.isOwn(candidate) && wanted.matcher(commandLine(targets, candidate)).find()) {
        found.add(candidate);
      }
    }
    if (found.isEmpty()) {
      throw CommandFailure.failed(
          all
              ? "no other JVM of this user runs here: see java -jar stockade.jar ps"
              : "no JVM of this user matches '" + match + "': see java -jar stockade.jar ps");
    }
    return found;
  }

  private Pattern pattern() {
    try {
      return Pattern.compile(match);
    } catch (PatternSyntaxException e) {
      throw CommandFailure.usage("--match: not a regular expression: " + e.getDescription());
    }
  }

  private static String commandLine(Targets targets, long pid) {
    ProcessFacts process = targets.facts(pid);
    return process == null ? "" : String.join(" ", process.commandLine());
  }
}
