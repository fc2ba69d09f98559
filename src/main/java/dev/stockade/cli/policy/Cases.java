package dev.stockade.cli.policy;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.JsonView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The cases in a file: a YAML list. */
final class Cases {
  private static final int DEEPEST = 20;

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
        cases.add(new TestCase(JsonView.of(which, item)));
      } catch (IllegalArgumentException e) {
        throw CommandFailure.usage(file + ": " + which + ": " + e.getMessage());
      }
    }
    return cases;
  }

  private static Object yaml(String file, String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      refuseDepth(file, new Parse(settings).parseString(text));
      return new Load(settings).loadFromString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw CommandFailure.usage(file + ":" + line + ": not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw CommandFailure.usage(file + ": not YAML that can be read");
    }
  }

  /** Values are made by recursion. */
  private static void refuseDepth(String file, Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > DEEPEST) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        throw CommandFailure.usage(
            file + ":" + line + ": nested deeper than " + DEEPEST + " levels");
      }
    }
  }
}
