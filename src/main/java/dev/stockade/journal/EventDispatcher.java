package dev.stockade.journal;

import dev.stockade.base.Clock;
import dev.stockade.policy.Policy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Counts each event on the writer thread and passes it to the sinks. Knows no other thread. */
final class EventDispatcher implements Consumer<Event> {
  /** As often as the writer would look for events. */
  private static final long COLLECTED_EACH = TimeUnit.MILLISECONDS.toNanos(50);

  private final JournalCounters counters;
  private final List<EventSink> sinks;
  private final OpenRepeats repeats;
  private final Clock clock;
  private long collectedAt;

  /** Of the last event that had one. */
  private Policy policy;

  EventDispatcher(SinkContext context, OpenRepeats repeats) {
    this.counters = context.counters();
    this.repeats = repeats;
    this.clock = context.clock();
    this.sinks = context.owner().sinks(context);
  }

  @Override
  public void accept(Event event) {
    take(event);
  }

  void take(Event event) {
    if (event.policy() != null && event.policy() != policy) {
      // What was counted under the policy before comes first.
      collect();
      policy = event.policy();
    }
    Event seen = event;
    if (event.repeats() != null) {
      repeats.open(event.repeats());
      seen = event.repeats().event();
    }
    counters.count(seen, 1);
    for (EventSink sink : sinks) {
      sink.take(seen);
    }
  }

  /** What was seen again since it was collected last. */
  void again(Repeats seen, long count) {
    Event event = seen.event();
    policy = event.policy() == null ? policy : event.policy();
    try {
      counters.count(event, count);
      for (EventSink sink : sinks) {
        sink.again(event, count, seen.first(), seen.last());
      }
    } catch (Throwable e) {
      counters.failures().incrementAndGet();
      counters.unwritable().addAndGet(count);
    }
  }

  /** Whether something is counted elsewhere, to be collected soon. */
  boolean isCounting() {
    return !repeats.isEmpty();
  }

  void collectIfDue() {
    if (isCounting() && clock.nanos() - collectedAt >= COLLECTED_EACH) {
      collect();
    }
  }

  void collect() {
    collectedAt = clock.nanos();
    repeats.collect(this, collectedAt);
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

  /** From now on each event is passed for itself. */
  void endCounting() {
    repeats.close(this);
  }

  void finish() {
    for (int i = sinks.size() - 1; i >= 0; i--) {
      sinks.get(i).close();
    }
    if (counters.legacy().goesOn()) {
      counters.legacy().leave(counters);
    }
  }

  /** The table as at exit; empty when nothing was seen. */
  String table() {
    collect();
    StringBuilder all = new StringBuilder();
    for (EventSink sink : sinks) {
      all.append(sink.table());
    }
    return all.toString();
  }
}
