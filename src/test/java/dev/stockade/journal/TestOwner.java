package dev.stockade.journal;

import dev.stockade.base.Clock;
import dev.stockade.journal.record.LineForm;
import dev.stockade.journal.record.RecordSink;
import dev.stockade.journal.report.FindingLogSink;
import dev.stockade.journal.report.SummarySink;
import dev.stockade.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/** An owner of a journal that does with events what an engine does. */
public class TestOwner implements JournalOwner {
  private final JournalSettings settings;
  private BiConsumer<Verdict, String> log = (level, line) -> {};
  private LongSupplier errors = () -> 0;
  private Map<String, Object> shared = new ConcurrentHashMap<>();
  private final List<EventSink> others = new ArrayList<>();
  private LineForm form;

  public TestOwner(JournalSettings settings) {
    this.settings = settings;
  }

  public TestOwner log(BiConsumer<Verdict, String> log) {
    this.log = log;
    return this;
  }

  public TestOwner errors(LongSupplier errors) {
    this.errors = errors;
    return this;
  }

  /** A sink besides those of an engine. */
  public TestOwner and(EventSink sink) {
    others.add(sink);
    return this;
  }

  /** Has its records written in another form than Stockade's own. */
  public TestOwner form(LineForm form) {
    this.form = form;
    return this;
  }

  /** What its journal shares with those of other owners, as engines of one JVM do. */
  public TestOwner sharing(Map<String, Object> shared) {
    this.shared = shared;
    return this;
  }

  public SinkContext context(Clock clock) {
    return new SinkContext(this, clock.millis(), new JournalCounters(), clock);
  }

  /** Counts the event and has the sink take it. */
  public static void see(SinkContext context, EventSink sink, Event event) {
    context.counters().count(event, 1);
    sink.take(event);
  }

  @Override
  public JournalSettings settings() {
    return settings;
  }

  @Override
  public List<EventSink> sinks(SinkContext context) {
    List<EventSink> sinks = new ArrayList<>(others);
    sinks.add(new FindingLogSink(context));
    sinks.add(new SummarySink(context));
    if (settings.hasRecords()) {
      sinks.add(new RecordSink(context, form));
    }
    return sinks;
  }

  @Override
  public Map<String, Object> shared() {
    return shared;
  }

  @Override
  public PeriodicCheck periodicCheck() {
    return null;
  }

  @Override
  public void log(Verdict level, String line) {
    log.accept(level, line);
  }

  @Override
  public long internalErrors() {
    return errors.getAsLong();
  }
}
