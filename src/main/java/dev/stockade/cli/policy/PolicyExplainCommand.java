package dev.stockade.cli.policy;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.PlaceOptions;
import dev.stockade.cli.command.StockadeCommand;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code policy explain}. */
@Command(
    name = "explain",
    description = {
      "Tells what a policy says of one place.",
      "That is the minimum version, the stage of each rule, the exception that matches or why one"
          + " does not, and what of a default offer is against it."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar policy explain stockade.yaml db.internal:1433",
      "  java -jar stockade.jar policy explain stockade.yaml :8443 --direction in --ip 10.0.0.7",
      "  java -jar stockade.jar policy explain stockade.yaml db.internal:1433 --instance host-1"
    })
final class PolicyExplainCommand extends StockadeCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "The policy file.")
  private String file;

  @Parameters(index = "1", paramLabel = "HOST:PORT", description = "Such as db.internal:1433.")
  private String place;

  @Mixin private PlaceOptions options;

  PolicyExplainCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Map<String, Object> explanation = Explanation.of(file, place, options);
    ExplanationText.of(explanation, options.allRules()).forEach(this::say);
    json(explanation);
    return ExitCode.OK;
  }
}
