package dev.stockade.cli.journal;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.policy.PolicyFiles;
import dev.stockade.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code whatif}. */
@Command(
    name = "whatif",
    description = {
      "Replays recorded handshakes and AWS requests under another policy.",
      "Tells what would be newly blocked, newly allowed or reported, by destination and by rule,"
          + " and what the records cannot tell. The policy is asked as in a host; exceptions expire"
          + " by today's date."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar whatif --policy new.yaml stockade.ndjson",
      "  java -jar stockade.jar whatif --policy new.yaml --against old.yaml --exit-code /var/log/app",
      "  java -jar stockade.jar whatif --profiles all /var/log/app",
      "  java -jar stockade.jar whatif --policy p.yaml --exit-code --allow-no-journal build/stockade"
    })
public final class WhatIfCommand extends StockadeCommand {
  @Option(names = "--policy", paramLabel = "NEW", description = "The policy file to try.")
  private String policy;

  @Option(
      names = "--against",
      paramLabel = "OLD",
      description = "The policy file to compare with; default is what the records say happened.")
  private String against;

  @Option(
      names = "--profiles",
      paramLabel = "all|ID,...",
      description =
          "Instead a table: what each profile, enforced, would block or warn of. The exceptions of"
              + " --policy hold, where it is given.")
  private String profiles;

  @Option(
      names = "--exit-code",
      description = "Ends with 1 when anything is newly blocked or newly reported, else 0.")
  private boolean exitCode;

  @Option(
      names = "--all",
      description = "Names every destination, not only the 20 with the most of each change.")
  private boolean all;

  @Mixin private JournalWords journals;

  public WhatIfCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (profiles != null) {
      return compareProfiles();
    }
    if (policy == null) {
      throw CommandFailure.usage("whatif needs --policy or --profiles");
    }
    Policy old = against == null ? null : PolicyFiles.policy(against);
    WhatIf whatIf = new WhatIf(PolicyFiles.policy(policy), old, System.currentTimeMillis());
    Journals reader = journals.read(this, whatIf::take);
    whatIf.end();
    if (reader.remark() != null) {
      remark(reader.remark());
    }
    new WhatIfText(whatIf, reader.seen(), all).lines().forEach(this::say);
    Outcomes outcomes = whatIf.outcomes();
    boolean worse =
        outcomes.total(Change.NEWLY_BLOCKED) + outcomes.total(Change.NEWLY_REPORTED) > 0;
    json(members(whatIf, reader));
    worse |= reader.unread().files() > 0;
    return exitCode && worse ? ExitCode.FAILED : ExitCode.OK;
  }

  private Integer compareProfiles() {
    if (against != null || exitCode) {
      throw CommandFailure.usage("--profiles goes with neither --against nor --exit-code");
    }
    Policy others = policy == null ? new Policy.Builder().build() : PolicyFiles.policy(policy);
    WhatIfProfiles all = new WhatIfProfiles(profiles, others, System.currentTimeMillis());
    Journals reader = journals.read(this, all::take);
    if (reader.remark() != null) {
      remark(reader.remark());
    }
    all.lines(reader.seen()).forEach(this::say);
    json(all.members(reader));
    return ExitCode.OK;
  }

  private static Map<String, Object> members(WhatIf whatIf, Journals reader) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("seen", reader.seen().members());
    for (Change change : Change.values()) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("count", whatIf.outcomes().total(change));
      members.put("rules", whatIf.outcomes().rules(change));
      List<Map<String, Object>> rows = new ArrayList<>();
      whatIf
          .outcomes()
          .destinations(change)
          .forEach(one -> rows.add(row(one.getKey(), one.getValue())));
      members.put("destinations", rows);
      result.put(change.label(), members);
    }
    result.put("blocked", whatIf.blocked());
    result.put("reported", whatIf.reported());
    result.put("notJudged", whatIf.unjudged());
    result.put("remarks", whatIf.remarks());
    result.put("skippedLines", reader.skipped());
    return result;
  }

  private static Map<String, Object> row(String destination, Outcomes.Row row) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("destination", destination);
    members.put("count", row.count);
    List<String> rules = new ArrayList<>();
    row.rules.forEach(rule -> rules.add(rule.id()));
    members.put("rules", rules);
    members.put("reason", row.reason);
    return members;
  }
}
