package dev.stockade.journal;

import dev.stockade.base.Clock;

/** What the writer thread does, without a thread. */
public final class TestRecorder {
  private final SinkContext context;
  private final EventDispatcher recorder;

  public TestRecorder(JournalSettings settings, Clock clock) {
    this(new TestOwner(settings), clock);
  }

  public TestRecorder(TestOwner owner, Clock clock) {
    context = owner.context(clock);
    recorder = new EventDispatcher(context, new OpenRepeats());
  }

  public JournalCounters counters() {
    return context.counters();
  }

  public void take(Event event) {
    recorder.take(event);
  }

  /** Takes an event, then its like at these times, which nothing but a count tells of. */
  public void take(Event event, long... again) {
    Event counted = event.counted();
    recorder.take(counted);
    for (long time : again) {
      counted.repeats().count(time);
    }
    recorder.collect();
  }

  public void tick() {
    recorder.tick();
  }

  public boolean isIdle() {
    return recorder.isIdle();
  }

  public void finish() {
    recorder.finish();
  }
}
