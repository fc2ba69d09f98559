package dev.stockade.cli.policy;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.engine.options.Options;
import dev.stockade.policy.file.PolicyFile;
import dev.stockade.policy.file.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policy lint}. */
@Command(
    name = "lint",
    description = {
      "Tells what is wrong with policy files.",
      "One line for each problem, as FILE:LINE: error or warning: sentence. A file with an error is"
          + " never used; one with warnings is."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar policy lint stockade.yaml",
      "  java -jar stockade.jar policy lint --strict policies/*.yaml"
    })
final class LintCommand extends StockadeCommand {
  @Option(names = "--strict", description = "Warnings count as errors for the exit code.")
  private boolean strict;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Policy files.")
  private List<String> files;

  LintCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    List<Map<String, Object>> all = new ArrayList<>();
    boolean well = true;
    for (String file : files) {
      PolicyFile policy = PolicyFiles.read(file);
      for (String complaint : Options.complaints(policy, file)) {
        well = false;
        Map<String, Object> members = members(file, complaint);
        say(file + ":" + members.get("line") + ": error: " + members.get("sentence"));
        all.add(members);
      }
      for (Problem problem : policy.problems()) {
        well &= !problem.isError() && !strict;
        say(problem.toString());
        all.add(members(file, problem));
      }
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", well);
    result.put("problems", all);
    json(result);
    return well ? ExitCode.OK : ExitCode.FAILED;
  }

  /**
   * @param complaint {@code FILE:LINE: sentence}
   */
  private static Map<String, Object> members(String file, String complaint) {
    String rest = complaint.substring(file.length() + 1);
    int colon = rest.indexOf(':');
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("file", file);
    members.put("line", Integer.valueOf(rest.substring(0, colon)));
    members.put("level", "error");
    members.put("sentence", rest.substring(colon + 1).trim());
    return members;
  }

  private static Map<String, Object> members(String file, Problem problem) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("file", file);
    members.put("line", problem.line());
    members.put("level", problem.isError() ? "error" : "warning");
    members.put("sentence", problem.sentence());
    return members;
  }
}
