package dev.stockade.cli.policy;

import dev.stockade.cli.CommandFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The cases in a file: a YAML list. */
final class Cases {
  private Cases() {}

  static List<TestCase> read(String file) {
    Object list = yaml(file, new String(PolicyFiles.bytes(file), StandardCharsets.UTF_8));
    if (!(list instanceof Collection) || ((Collection<?>) list).isEmpty()) {
      throw CommandFailure.usage(file + ": must be a list of cases, each with name and expect");
    }
    List<TestCase> cases = new ArrayList<>();
    for (Object item : (Collection<?>) list) {
      String which = "case " + (cases.size() + 1);
      try {
        cases.add(new TestCase(Members.of(which, item)));
      } catch (IllegalArgumentException e) {
        throw CommandFailure.usage(file + ": " + which + ": " + e.getMessage());
      }
    }
    return cases;
  }

  private static Object yaml(String file, String text) {
    try {
      return new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw CommandFailure.usage(file + ":" + line + ": not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw CommandFailure.usage(file + ": not YAML that can be read");
    }
  }
}
