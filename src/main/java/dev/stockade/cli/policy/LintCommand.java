package dev.stockade.cli.policy;

import dev.stockade.cli.Console;
import dev.stockade.cli.ExitCode;
import dev.stockade.cli.StockadeCommand;
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
      for (Problem problem : PolicyFiles.read(file).problems()) {
        well &= !problem.isError() && !strict;
        say(Printable.text(problem.toString()));
        all.add(members(file, problem));
      }
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", well);
    result.put("problems", all);
    json(result);
    return well ? ExitCode.WELL : ExitCode.FAILED;
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
