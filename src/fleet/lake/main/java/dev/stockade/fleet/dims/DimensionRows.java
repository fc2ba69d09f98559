package dev.stockade.fleet.dims;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.policy.PolicyFiles;
import dev.stockade.policy.Policy;
import dev.stockade.policy.PolicyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads such files: the rows of their tables, with the columns in order. */
final class DimensionRows {
  private static final int MAX_LINE = 1000;
  private static final String HEADER = "service,owner";

  private DimensionRows() {}

  /**
   * The rows of a file with lines {@code service,owner}.
   *
   * @throws CommandFailure with the line that is something else
   */
  static List<Object[]> owners(String file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw CommandFailure.usage(file + ": cannot be read as text in UTF-8");
    }
    List<Object[]> rows = new ArrayList<>();
    Set<String> services = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#") || (i == 0 && line.equals(HEADER))) {
        continue;
      }
      int comma = line.indexOf(',');
      String service = comma < 0 ? "" : line.substring(0, comma).strip();
      String owner = line.substring(comma + 1).strip();
      if (service.isEmpty()
          || owner.isEmpty()
          || owner.indexOf(',') >= 0
          || line.length() > MAX_LINE) {
        throw CommandFailure.usage(file + ":" + (i + 1) + ": not SERVICE,OWNER");
      }
      if (!services.add(service)) {
        throw CommandFailure.usage(file + ":" + (i + 1) + ": " + service + " is there twice");
      }
      rows.add(new Object[] {service, owner});
    }
    return rows;
  }

  /** The exceptions of policy files; one that is in several files comes once for each. */
  static List<Object[]> exceptions(List<String> files) {
    List<Object[]> rows = new ArrayList<>();
    for (String file : files) {
      Policy policy = PolicyFiles.policy(file);
      for (PolicyException one : policy.exceptions()) {
        rows.add(
            new Object[] {
              one.id(), one.owner(), one.reason(), Date.valueOf(one.expires()), policy.digest()
            });
      }
    }
    return rows;
  }
}
