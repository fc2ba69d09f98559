package dev.stockade.fleet.report;

import dev.stockade.cli.policy.PolicyFiles;
import dev.stockade.policy.PolicyException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The exceptions of policy files, in the place of those that the lake has. */
final class Excepted {
  private static final List<String> COLUMNS =
      List.of(
          "id VARCHAR", "owner VARCHAR", "reason VARCHAR", "expires DATE", "policy_digest VARCHAR");

  private Excepted() {}

  /**
   * @param files of policies; none to leave what is there
   */
  static void replace(ChosenLake lake, List<String> files) {
    if (files.isEmpty()) {
      return;
    }
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String file : files) {
      for (PolicyException one : PolicyFiles.policy(file).exceptions()) {
        rows.put(one.id(), Arrays.asList(one.id(), one.owner(), one.reason(), one.expires(), null));
      }
    }
    lake.replace("exceptions", COLUMNS, new ArrayList<>(rows.values()));
  }
}
