package dev.stockade.cli.profile;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.policy.tls.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code profile list}. */
@Command(
    name = "list",
    description = "Lists all profiles: id, date, what the lists rest on, and what it is.",
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar profile list",
      "  java -jar stockade.jar profile list --policy stockade.yaml -o json"
    })
final class ProfileListCommand extends StockadeCommand {
  @Mixin private ProfileFile profiles;

  ProfileListCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Profile profile : profiles.all()) {
      ProfileContents contents = new ProfileContents(profile);
      say(
          String.format(
              "%-48s  %-10s  %-14s  %s",
              profile.id(), profile.date(), contents.confidence(), profile.title()));
      all.add(contents.head());
    }
    json(Collections.singletonMap("profiles", all));
    return ExitCode.OK;
  }
}
