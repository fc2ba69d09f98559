package dev.stockade.fleet.report;

import dev.stockade.cli.command.CommandFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The agents that should be there, by a file of the user. */
final class Expected {
  private static final List<String> COLUMNS = List.of("service", "instance", "version");

  private final List<ExpectedAgent> all = new ArrayList<>();
  private final Map<String, List<ExpectedAgent>> byName = new HashMap<>();
  private boolean namesServices;

  /**
   * @param file CSV with the columns service and instance, or one of them, and perhaps the oldest
   *     version
   */
  static Expected read(String file) {
    Expected expected = new Expected();
    for (CsvFile.Line line : CsvFile.read(file, COLUMNS, true)) {
      String service = line.cells().get("service");
      String instance = line.cells().get("instance");
      String version = line.cells().get("version");
      if (service == null && instance == null) {
        throw CommandFailure.usage(
            file + ":" + line.number() + ": names neither a service nor an instance");
      }
      if (version != null && !version.matches("[0-9]+(\\.[0-9]+)*.*")) {
        throw CommandFailure.usage(
            file + ":" + line.number() + ": the version must be as 0.1.0 is, not " + version);
      }
      expected.add(new ExpectedAgent(service, instance, version));
    }
    if (expected.all.isEmpty()) {
      throw CommandFailure.usage(file + ": expects nothing: it has no line but the first");
    }
    return expected;
  }

  private void add(ExpectedAgent agent) {
    all.add(agent);
    byName.computeIfAbsent(key(agent.service, agent.instance), any -> new ArrayList<>()).add(agent);
    namesServices |= agent.service != null;
  }

  private static String key(String service, String instance) {
    return service + "\0" + instance;
  }

  /** Those that one which is there is one of; none where nobody expected it. */
  List<ExpectedAgent> of(String service, String instance) {
    List<ExpectedAgent> its = new ArrayList<>(named(service, instance));
    its.addAll(named(service, null));
    its.addAll(named(null, instance));
    return its;
  }

  private List<ExpectedAgent> named(String service, String instance) {
    return byName.getOrDefault(key(service, instance), List.of());
  }

  /** In the order of the file. */
  List<ExpectedAgent> all() {
    return all;
  }

  /** Whether it names all services that should be there, so that others are strange. */
  boolean namesServices() {
    return namesServices;
  }
}
