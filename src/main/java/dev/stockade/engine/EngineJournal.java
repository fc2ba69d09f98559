package dev.stockade.engine;

import dev.stockade.base.Host;
import dev.stockade.base.Version;
import dev.stockade.engine.control.Announcement;
import dev.stockade.engine.health.InternalErrors;
import dev.stockade.engine.health.StderrLog;
import dev.stockade.engine.options.Option;
import dev.stockade.engine.options.Options;
import dev.stockade.journal.EventSink;
import dev.stockade.journal.JournalOwner;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.PeriodicCheck;
import dev.stockade.journal.SinkContext;
import dev.stockade.journal.format.ReshapedLine;
import dev.stockade.journal.record.RecordSink;
import dev.stockade.journal.report.FindingLogSink;
import dev.stockade.journal.report.SummarySink;
import dev.stockade.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers what an engine's journal asks: its settings, its sinks and its periodic checks. */
final class EngineJournal implements JournalOwner {
  private final Engine engine;
  private final Options options;
  private final String mode;
  private final Host host;
  private final StderrLog log;
  private final InternalErrors errors;

  EngineJournal(
      Engine engine,
      Options options,
      String mode,
      Host host,
      StderrLog log,
      InternalErrors errors) {
    this.engine = engine;
    this.options = options;
    this.mode = mode;
    this.host = host;
    this.log = log;
    this.errors = errors;
  }

  @Override
  public JournalSettings settings() {
    String service = options.get(Option.SERVICE);
    return new JournalSettings(mode)
        .target(options.get(Option.JOURNAL))
        .rotation(
            Option.bytes(options.get(Option.JOURNAL_MAX_SIZE)),
            Integer.parseInt(options.get(Option.JOURNAL_KEEP)))
        .chain(Boolean.parseBoolean(options.get(Option.JOURNAL_CHAIN)))
        .summary(Boolean.parseBoolean(options.get(Option.SUMMARY)))
        .names(service == null ? host.service() : service, options.get(Option.INSTANCE))
        .profile(options.get(Option.PROFILE))
        .version(Version.current());
  }

  /** First what a person reads, then the records, which may hang on a dead disk. */
  @Override
  public List<EventSink> sinks(SinkContext context) {
    List<EventSink> sinks = new ArrayList<>();
    sinks.add(new FindingLogSink(context));
    sinks.add(new SummarySink(context));
    if (context.settings().hasRecords()) {
      String format = options.get(Option.JOURNAL_FORMAT);
      sinks.add(new RecordSink(context, isOwn(format) ? null : ReshapedLine.named(format)));
    }
    return sinks;
  }

  /** Else nothing of other forms is loaded. */
  private static boolean isOwn(String format) {
    return format.equals("ndjson");
  }

  @Override
  public Map<String, Object> shared() {
    return Announcement.shared();
  }

  @Override
  public PeriodicCheck periodicCheck() {
    return engine.periodicCheck();
  }

  @Override
  public void log(Verdict level, String line) {
    log.log(level, line);
  }

  @Override
  public long internalErrors() {
    return errors.internalErrors();
  }
}
