package dev.stockade.cli;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.PlaceOptions;
import dev.stockade.cli.command.RulesDocument;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.policy.Explanation;
import dev.stockade.cli.policy.ExplanationText;
import dev.stockade.policy.clause.Clause;
import dev.stockade.policy.clause.Clauses;
import dev.stockade.policy.file.Suggestion;
import dev.stockade.policy.rule.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain RULE} and {@code explain host:port}. */
@Command(
    name = "explain",
    description = {
      "Tells why a rule exists and how to fix what offends it, or what holds at host:port, by a"
          + " policy file or without one."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar explain tls.min-version",
      "  java -jar stockade.jar explain aws.unsigned -o json",
      "  java -jar stockade.jar explain db.internal:1433 --policy stockade.yaml"
    })
final class ExplainCommand extends StockadeCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "RULE|HOST:PORT",
      description = "Such as tls.min-version or db.internal:1433.")
  private String rule = "";

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "With HOST:PORT: the policy file; default is what holds without one.")
  private String policy;

  @Mixin private PlaceOptions options;

  ExplainCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    if (PlaceOptions.isPlace(rule)) {
      Map<String, Object> explanation = Explanation.of(policy, rule, options);
      ExplanationText.of(explanation, options.allRules()).forEach(this::say);
      json(explanation);
      return ExitCode.OK;
    }
    Map<String, List<String>> rules = RulesDocument.sections();
    List<String> section = rules.get(rule);
    if (section == null) {
      throw CommandFailure.usage("unknown rule '" + rule + "'" + meant(rule, rules.keySet()));
    }
    say(rule);
    section.forEach(this::say);
    List<Clause> clauses = Clauses.of(Rule.named(rule), null);
    if (!clauses.isEmpty()) {
      say("Clauses that it touches:");
      say("");
      clauses.forEach(clause -> say("    " + clause + ": " + clause.title()));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("rule", rule);
    result.put("text", String.join("\n", section).trim());
    List<Map<String, Object>> members = new ArrayList<>();
    clauses.forEach(clause -> members.add(clause.members()));
    result.put("clauses", members);
    json(result);
    return ExitCode.OK;
  }

  private static String meant(String written, Collection<String> rules) {
    String suggestion = Suggestion.of(written, rules);
    return suggestion.isEmpty() ? "; the rules are " + String.join(", ", rules) : suggestion;
  }
}
