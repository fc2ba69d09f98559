package dev.stockade.cli.report;

import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.command.YamlText;
import dev.stockade.cli.journal.Counts;
import dev.stockade.cli.journal.RecordedFact;
import dev.stockade.cli.journal.SeenRecord;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.record.RecordFields;
import dev.stockade.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The processes that wrote the records: how each did, and what it could not see. */
final class Agents {
  static final int MAX = 2000;
  private static final int MAX_LENGTH = 300;

  private final Map<String, AgentProcess> processes = new LinkedHashMap<>();
  private final AgentProcess further = new AgentProcess("further processes", null, null, null);

  /** What went wrong in Stockade itself, a hook that is off among it, by the sentence. */
  final Tally troubles = new Tally();

  /** Records that are lost, by the reason. */
  final Tally dropped = new Tally();

  /** Internal errors, as processes that ended have counted them. */
  private long errors;

  private long strange;
  private final int max;

  Agents(int max) {
    this.max = max;
  }

  /** What counts a record with the process that it is of. */
  Consumer<SeenRecord> of(RecordedFact fact) {
    if (fact.process() == null) {
      return record -> {};
    }
    AgentProcess process = process(fact.process(), fact.service(), fact.instance(), fact.mode());
    return fact.isConnection() ? process::add : process::touch;
  }

  private AgentProcess process(String name, String service, String instance, String mode) {
    String key = YamlText.cut("" + name, MAX_LENGTH);
    AgentProcess process = processes.get(key);
    if (process == null) {
      if (processes.size() >= max) {
        return further;
      }
      process = new AgentProcess(key, service, instance, mode);
      processes.put(key, process);
    }
    return process;
  }

  void take(SeenRecord record, JsonView view) {
    String named = view.text(RecordFields.PROCESS);
    if (named == null && !view.has(RecordFields.INSTANCE) && !view.has(RecordFields.PID)) {
      return;
    }
    String name =
        named == null
            ? view.text(RecordFields.INSTANCE) + " " + view.text(RecordFields.PID)
            : named;
    AgentProcess process =
        process(
            name,
            view.text(RecordFields.SERVICE),
            view.text(RecordFields.INSTANCE),
            view.text(RecordFields.MODE));
    process.touch(record);
    String version = view.text(RecordFields.STOCKADE);
    process.version = version == null ? process.version : YamlText.cut(version, MAX_LENGTH);
    String kind = record.line().kind();
    String reason = "" + view.text(RecordFields.REASON);
    if (EventKind.DROPPED.label().equals(kind)) {
      process.dropped = Counts.sum(process.dropped, record.count());
      dropped.add(reason, record.count());
    } else if (EventKind.LIFECYCLE.label().equals(kind)) {
      lifecycle(process, record, view, reason);
    }
  }

  private void lifecycle(AgentProcess process, SeenRecord record, JsonView view, String reason) {
    Verdict verdict = view.choice(RecordFields.VERDICT, Verdict.values(), Verdict::label);
    if (verdict != null && verdict.compareTo(Verdict.WARN) >= 0) {
      troubles.add(reason, record.count());
      process.troubles = Counts.sum(process.troubles, record.count());
    }
    JsonView counts = view.below(RecordFields.COUNTS);
    if (counts != null) {
      long its = counts.whole("errors");
      process.errors = Counts.sum(process.errors, its);
      errors = Counts.sum(errors, its);
      process.counted = Counts.sum(process.counted, counts.whole("dropped"));
    }
    process.isStopped = "stopped".equals(reason);
  }

  /** A record that cannot be understood, as one of a later version may be. */
  void strange(SeenRecord record) {
    strange = Counts.sum(strange, record.count());
  }

  long strange() {
    return strange;
  }

  long errors() {
    return errors;
  }

  /**
   * Records that are lost: by those that say so, or by what processes that ended have counted,
   * where that is more.
   */
  long lost() {
    long lost = further.lost();
    for (AgentProcess process : processes.values()) {
      lost = Counts.sum(lost, process.lost());
    }
    return Math.max(lost, dropped.total());
  }

  Map<String, AgentProcess> processes() {
    return processes;
  }

  /** Those of which something is wrong first. */
  List<AgentProcess> worstFirst() {
    List<AgentProcess> all = new ArrayList<>(processes.values());
    all.sort(Comparator.comparing(AgentProcess::isFine));
    return all;
  }

  /** How many processes saw a handshake or a request. */
  long reporting() {
    return processes.values().stream().filter(one -> one.count() > 0).count();
  }

  /** One process; it counts handshakes and requests. */
  static final class AgentProcess extends Span {
    final String name;
    final String service;
    final String instance;
    final String mode;
    String version;
    long errors;
    long dropped;
    long troubles;
    boolean isStopped;

    /** Lost records, as it counted them in all when it ended. */
    private long counted;

    private long started = Long.MAX_VALUE;
    private long ended = Long.MIN_VALUE;

    AgentProcess(String name, String service, String instance, String mode) {
      this.name = name;
      this.service = cut(service);
      this.instance = cut(instance);
      this.mode = cut(mode);
    }

    private boolean isFine() {
      return errors == 0 && troubles == 0 && lost() == 0;
    }

    long lost() {
      return Math.max(dropped, counted);
    }

    private static String cut(String text) {
      return text == null ? "-" : YamlText.cut(text, MAX_LENGTH);
    }

    private void touch(SeenRecord record) {
      if (record.last() != Long.MIN_VALUE) {
        started = Math.min(started, record.first());
        ended = Math.max(ended, record.last());
      }
    }

    /** Milliseconds since the epoch, of its first record of any kind. */
    long from() {
      return Math.min(started, first());
    }

    /** Of its last one; less than {@link #from()} where no time is known. */
    long to() {
      return Math.max(ended, last());
    }
  }
}
