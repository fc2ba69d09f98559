package dev.stockade.cli.policy;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policy test}. */
@Command(
    name = "test",
    description = {
      "Tells where a policy says something else of given facts than expected.",
      "CASES is YAML: a list of {name, tls: {...} or aws: {...}, expect: {verdict, action,"
          + " rules, exception}}. What is not expected may be anything; exception: none expects"
          + " that none was needed. The mode is the policy's own; a rule in stage canary is only"
          + " reported here."
    },
    footer = {
      "",
      "Example of CASES:",
      "  - name: the old appliance is let through",
      "    tls: {host: a.erp.internal, port: 8443, version: TLSv1.1,",
      "          cipher: TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA}",
      "    expect: {verdict: note, action: allowed, exception: legacy-erp}",
      "",
      "Example:",
      "  java -jar stockade.jar policy test stockade.yaml cases.yaml"
    })
final class PolicyTestCommand extends StockadeCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "The policy file.")
  private String file;

  @Parameters(index = "1", paramLabel = "CASES", description = "The file of cases.")
  private String casesFile;

  PolicyTestCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Policy policy = PolicyFiles.policy(file);
    List<Map<String, Object>> results = new ArrayList<>();
    int failed = 0;
    for (TestCase one : Cases.read(casesFile)) {
      List<String> failures = one.failures(policy);
      failed += failures.isEmpty() ? 0 : 1;
      if (!failures.isEmpty()) {
        say("failed: " + one.name());
        failures.forEach(failure -> say("  " + failure));
      }
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("name", one.name());
      result.put("ok", failures.isEmpty());
      result.put("failures", failures);
      results.add(result);
    }
    say(results.size() - failed + " of " + results.size() + " cases are as expected");
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", failed == 0);
    result.put("cases", results);
    json(result);
    return failed == 0 ? ExitCode.OK : ExitCode.FAILED;
  }
}
