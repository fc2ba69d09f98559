package dev.stockade.policy.file;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Keeps out what a policy file has no need of and what makes YAML dangerous or surprising: anchors
 * and aliases (a small file of them unfolds without end), tags, several documents, deep nesting
 * (nodes are made by recursion).
 */
final class PlainYaml {
  static final String NO_ALIAS =
      "anchors and aliases (& and *) are not allowed; a text that begins with & or * needs quotes";

  /** The parser would obey it, as YAML 1.1 had it. */
  private static final String MERGE = "<<";

  private static final int DEEPEST = 20;

  private final LoadSettings settings;
  private final Problems problems;

  PlainYaml(LoadSettings settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /** Reports the first offence, and then returns false. */
  boolean check(String text) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      documents += event instanceof DocumentStartEvent ? 1 : 0;
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      String offence = offence(event, depth, documents);
      if (offence != null) {
        problems.error(event.getStartMark().map(Mark::getLine).orElse(0) + 1, offence);
        return false;
      }
    }
    return true;
  }

  private static String offence(Event event, int depth, int documents) {
    if (documents > 1) {
      return "a second document begins here; a policy file is one YAML document";
    }
    if (depth > DEEPEST) {
      return "nested deeper than " + DEEPEST + " levels";
    }
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent && ((NodeEvent) event).getAnchor().isPresent())) {
      return NO_ALIAS;
    }
    if (event instanceof ScalarEvent
        && ((ScalarEvent) event).isPlain()
        && ((ScalarEvent) event).getValue().equals(MERGE)) {
      return "merge keys (<<) are not allowed, as YAML 1.2 has none: write the keys out where they"
          + " hold";
    }
    return tag(event).isPresent()
        ? "tags (!) are not allowed; a text that begins with ! needs quotes"
        : null;
  }

  private static Optional<String> tag(Event event) {
    if (event instanceof ScalarEvent) {
      return ((ScalarEvent) event).getTag();
    }
    return event instanceof CollectionStartEvent
        ? ((CollectionStartEvent) event).getTag()
        : Optional.<String>empty();
  }
}
