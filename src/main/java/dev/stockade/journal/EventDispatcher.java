package dev.stockade.journal;

import java.util.List;
import java.util.function.Consumer;

/** Counts each event on the writer thread and passes it to the sinks. Knows no other thread. */
final class EventDispatcher implements Consumer<Event> {
  private final JournalCounters tally;
  private final List<EventSink> sinks;

  EventDispatcher(SinkContext context) {
    this.tally = context.tally();
    this.sinks = context.owner().sinks(context);
  }

  @Override
  public void accept(Event event) {
    take(event);
  }

  void take(Event event) {
    tally.count(event);
    for (EventSink sink : sinks) {
      sink.take(event);
    }
  }

  /** To be called about every second while not idle. */
  void tick() {
    for (EventSink sink : sinks) {
      sink.tick();
    }
  }

  /** Whether nothing will happen until the next event. */
  boolean isIdle() {
    for (EventSink sink : sinks) {
      if (!sink.isIdle()) {
        return false;
      }
    }
    return true;
  }

  void finish() {
    for (int i = sinks.size() - 1; i >= 0; i--) {
      sinks.get(i).close();
    }
    if (tally.legacy().goesOn()) {
      tally.legacy().leave(tally);
    }
  }

  /** The table as at exit; empty when nothing was seen. */
  String table() {
    StringBuilder all = new StringBuilder();
    for (EventSink sink : sinks) {
      all.append(sink.table());
    }
    return all.toString();
  }
}
