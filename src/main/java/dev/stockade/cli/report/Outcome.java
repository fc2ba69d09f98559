package dev.stockade.cli.report;

import dev.stockade.cli.command.YamlText;
import dev.stockade.cli.journal.Counts;
import dev.stockade.cli.journal.RecordedFact;
import dev.stockade.cli.journal.SeenRecord;
import dev.stockade.journal.EventKind;
import dev.stockade.policy.rule.Action;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What became of handshakes and requests, in all and by service. */
final class Outcome {
  static final String PASSED = "passed";
  static final String NARROWED = "narrowed";
  static final String EXCUSED = "by exception";
  static final String NOTED = "noted";
  static final String REPORTED = "would be refused";
  static final String BLOCKED = "refused";
  static final String FAILED = "failed";
  static final String BROKEN = "failed after narrowing";
  static final String UNJUDGED = "not judged";

  private static final int MAX_SERVICES = 1000;
  private static final int MAX_LENGTH = 300;

  private final Map<String, Long> all = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> services = new TreeMap<>();
  private final Tally doubts = new Tally();

  Outcome() {
    for (String name :
        new String[] {
          PASSED, NARROWED, NOTED, EXCUSED, REPORTED, BLOCKED, BROKEN, FAILED, UNJUDGED
        }) {
      all.put(name, 0L);
    }
  }

  /** What counts a record. Of what is no connection only a refusal counts: it refuses some. */
  Consumer<SeenRecord> of(Judged judged, RecordedFact fact) {
    if (!fact.isConnection() && !judged.isRefusal()) {
      return record -> {};
    }
    boolean failed = fact.kind() == EventKind.TLS_FAILED && judged.action == Action.ALLOWED;
    String name = failed ? FAILED : name(judged);
    String service = fact.service() == null ? "-" : YamlText.cut(fact.service(), MAX_LENGTH);
    boolean full = services.size() >= MAX_SERVICES && !services.containsKey(service);
    Map<String, Long> its =
        services.computeIfAbsent(full ? Tally.FURTHER : service, any -> new LinkedHashMap<>());
    return record -> {
      all.merge(name, record.count(), Counts::sum);
      its.merge(name, record.count(), Counts::sum);
      doubts.add(judged.doubt, record.count());
    };
  }

  private static String name(Judged judged) {
    if (judged.doubt != null) {
      return judged.action == Action.FAILED_AFTER_NARROWING ? BROKEN : UNJUDGED;
    }
    if (judged.action == null) {
      return PASSED;
    }
    switch (judged.action) {
      case BLOCKED:
        return BLOCKED;
      case WOULD_BLOCK:
        return REPORTED;
      case FAILED_AFTER_NARROWING:
        return BROKEN;
      case FAILED:
        return FAILED;
      default:
        break;
    }
    if (judged.exception != null) {
      return EXCUSED;
    }
    boolean narrowed = judged.action == Action.WOULD_HARDEN || judged.action == Action.HARDENED;
    return narrowed ? NARROWED : judged.isFinding() ? NOTED : PASSED;
  }

  long of(String name) {
    return all.get(name);
  }

  /** By name, in the order in which a person reads them. */
  Map<String, Long> all() {
    return all;
  }

  /** By service, then by name. */
  Map<String, Map<String, Long>> byService() {
    return services;
  }

  /** Why another policy's verdict cannot be told, and of how many. */
  Map<String, Long> doubts() {
    return doubts.byName();
  }
}
