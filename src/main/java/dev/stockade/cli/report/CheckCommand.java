package dev.stockade.cli.report;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.journal.Input;
import dev.stockade.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}. */
@Command(
    name = "check",
    description = {
      "Fails a build on findings in journals: exit code 1 when there is one that counts.",
      "With a baseline only new ones count. What an exception of the policy allows never does."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar check build/stockade",
      "  java -jar stockade.jar check --fail-on violation,tls.trust-all --write-baseline known.txt .",
      "  java -jar stockade.jar check --baseline known.txt --format sarif --to stockade.sarif ."
    })
public final class CheckCommand extends CheckingCommand {
  @Mixin private Selection selection;

  public CheckCommand(Console console) {
    super(console);
  }

  @Override
  protected Gathering gather() {
    return selection.gather(this);
  }

  @Override
  protected Input input() {
    return selection.journals();
  }

  @Override
  protected void refuse(String file) {
    selection.refuse(file);
  }

  @Override
  Policy policy() {
    return selection.policy();
  }

  @Override
  String policyFile() {
    return selection.policyFile();
  }
}
