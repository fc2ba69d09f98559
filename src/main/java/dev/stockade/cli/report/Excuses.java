package dev.stockade.cli.report;

import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.command.YamlText;
import dev.stockade.cli.journal.SeenRecord;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.record.RecordFields;
import dev.stockade.policy.PolicyException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What exceptions let pass, and what the canary took back. */
final class Excuses {
  private static final int MAX = 1000;
  private static final int MAX_LENGTH = 300;

  private final Map<String, Span> used = new LinkedHashMap<>();

  /** By the sentence. */
  final Tally takenBack = new Tally();

  /** What counts a record. */
  Consumer<SeenRecord> of(Judged judged) {
    if (judged.exception == null) {
      return record -> {};
    }
    String id = YamlText.cut(judged.exception, MAX_LENGTH);
    boolean full = used.size() >= MAX && !used.containsKey(id);
    return used.computeIfAbsent(full ? Tally.FURTHER : id, any -> new Span())::add;
  }

  void take(SeenRecord record, JsonView view) {
    if (EventKind.CANARY_CHANGE.label().equals(record.line().kind())) {
      takenBack.add("" + view.text(RecordFields.REASON), record.count());
    }
  }

  /** By id. */
  Map<String, Span> used() {
    return used;
  }

  /**
   * Who answers for an exception, until when; null where that is not known.
   *
   * @param exceptions may be null
   * @param id may be null
   */
  static String owner(List<PolicyException> exceptions, String id) {
    for (PolicyException one :
        exceptions == null ? Collections.<PolicyException>emptyList() : exceptions) {
      if (one.id().equals(id)) {
        return one.owner() + ", until " + one.expires();
      }
    }
    return null;
  }
}
