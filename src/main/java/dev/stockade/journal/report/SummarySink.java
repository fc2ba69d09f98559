package dev.stockade.journal.report;

import dev.stockade.journal.Event;
import dev.stockade.journal.EventSink;
import dev.stockade.journal.Legacy;
import dev.stockade.journal.OutputWatch;
import dev.stockade.journal.SinkContext;
import dev.stockade.journal.SummaryTotals;
import dev.stockade.policy.Policy;

/**
 * The summary at exit: a heading, a table of the handshakes by destination and outcome, one of the
 * requests to AWS by service and verdict, and what to do next.
 */
public final class SummarySink implements EventSink {
  /** Under which the next engine's summary finds the rows. */
  private static final String HANDSHAKES = "tls";

  private static final String REQUESTS = "aws";

  private final SinkContext context;
  private final SummaryRows handshakes = new SummaryRows();
  private final SummaryRows requests = new SummaryRows();

  /** The one that decided last; null before. */
  private Policy policy;

  public SummarySink(SinkContext context) {
    this.context = context;
  }

  @Override
  public void take(Event event) {
    again(event, 1, event.time(), event.time());
  }

  @Override
  public void again(Event event, long count, long first, long last) {
    policy = event.policy() == null ? policy : event.policy();
    if (event.certificate() != null) {
      return;
    }
    if (event.tls() != null) {
      handshakes.add(new TlsRow(event).times(count));
    } else if (event.aws() != null && !event.kind().isAnswer()) {
      requests.add(new AwsRow(event).times(count));
    }
  }

  @Override
  public String table() {
    return table(Terminal.isColoured());
  }

  /** Lines of printable ASCII, or nothing when nothing was seen. */
  String table(boolean coloured) {
    takeRowsOfTheEngineBefore();
    if (handshakes.isEmpty() && requests.isEmpty()) {
      return "";
    }
    SummaryTotals totals = context.counters().legacy().plus(context.counters().totals());
    StringBuilder out = new StringBuilder();
    SummaryText.heading(out, context, mode(), profile(), totals);
    handshakes.append(out, TlsRow.HEAD, coloured);
    requests.append(out, AwsRow.HEAD, coloured);
    SummaryText.belowRecommended(out, context.counters(), policy);
    SummaryText.answers(out, context.counters().answersIfAny());
    if (totals.violations() > 0 && "audit".equals(mode())) {
      SummaryText.advice(out, context.settings(), worst());
    }
    return out.toString();
  }

  /** Tells it, or leaves that to the engine that goes on. */
  @Override
  public void close() {
    Legacy legacy = context.counters().legacy();
    if (legacy.goesOn()) {
      takeRowsOfTheEngineBefore();
      legacy.leaveRows(HANDSHAKES, InheritedRow.listOf(handshakes));
      legacy.leaveRows(REQUESTS, InheritedRow.listOf(requests));
    } else if (context.settings().summary()) {
      String text = table();
      OutputWatch.Call before = context.watch().begin(OutputWatch.STDERR);
      System.err.print(text);
      System.err.flush();
      context.watch().end(before);
    }
  }

  private void takeRowsOfTheEngineBefore() {
    Legacy legacy = context.counters().legacy();
    InheritedRow.all(legacy.takeRows(HANDSHAKES)).forEach(handshakes::add);
    InheritedRow.all(legacy.takeRows(REQUESTS)).forEach(requests::add);
  }

  private String mode() {
    return policy == null ? context.settings().mode() : policy.mode().label();
  }

  private String profile() {
    return policy == null ? context.settings().profile() : policy.profile();
  }

  private SummaryRow worst() {
    if (handshakes.isEmpty() || requests.isEmpty()) {
      return handshakes.isEmpty() ? requests.worst() : handshakes.worst();
    }
    SummaryRow handshake = handshakes.worst();
    SummaryRow request = requests.worst();
    return request.rank > handshake.rank ? request : handshake;
  }
}
