package dev.stockade.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code explain RULE}. */
@Command(
    name = "explain",
    description = "Tells why a rule exists and how to mend what offends it.",
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar explain tls.min-version",
      "  java -jar stockade.jar explain aws.unsigned -o json"
    })
final class ExplainCommand extends StockadeCommand {
  @Parameters(arity = "0..1", paramLabel = "RULE", description = "Such as tls.min-version.")
  private String rule = "";

  ExplainCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    Map<String, List<String>> rules = RulesDocument.sections();
    List<String> section = rules.get(rule);
    if (section == null) {
      throw CommandFailure.usage(
          "unknown rule '" + rule + "'; the rules are " + String.join(", ", rules.keySet()));
    }
    say(rule);
    section.forEach(this::say);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("rule", rule);
    result.put("text", String.join("\n", section).trim());
    json(result);
    return ExitCode.WELL;
  }
}
