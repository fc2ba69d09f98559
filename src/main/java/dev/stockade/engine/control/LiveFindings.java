package dev.stockade.engine.control;

import dev.stockade.base.JvmProperties;
import dev.stockade.journal.StuckOutput;
import java.util.ArrayDeque;
import java.util.Iterator;

/** The lines that a person at a command line wants to see while they are reported on stderr. */
final class LiveFindings {
  private static final int MAX = 200;

  private final ArrayDeque<String> lines = new ArrayDeque<String>();
  private long count;
  private long endNanos;
  private boolean wanted;

  /** Since when the output is stuck of which a line was made. */
  private long stuckSince;

  synchronized void begin(long seconds) {
    wanted = true;
    endNanos = System.nanoTime() + seconds * 1_000_000_000L;
    lines.clear();
    count = 0;
    stuckSince = 0;
    Announcement.put(JvmProperties.LIVE, "");
  }

  synchronized boolean isWanted() {
    return wanted;
  }

  /**
   * Puts the newest lines where an attached process can read them; the last time takes them away.
   */
  synchronized void publish(StuckOutput stuck) {
    tellOfStuck(stuck);
    if (!wanted) {
      return;
    }
    if (System.nanoTime() - endNanos > 0) {
      wanted = false;
      lines.clear();
      Announcement.remove(JvmProperties.LIVE);
      return;
    }
    StringBuilder text = new StringBuilder();
    long number = count - lines.size();
    for (Iterator<String> all = lines.iterator(); all.hasNext(); ) {
      text.append(++number).append('\t').append(all.next()).append('\n');
    }
    Announcement.put(JvmProperties.LIVE, text.toString());
  }

  /** A watcher must not take the silence for peace. */
  private void tellOfStuck(StuckOutput stuck) {
    if (wanted && stuck != null && stuck.since() != stuckSince) {
      stuckSince = stuck.since();
      add("warn: no findings are shown meanwhile: " + stuck.sentence());
    }
  }

  synchronized void end() {
    endNanos = System.nanoTime();
    publish(null);
  }

  synchronized void add(String line) {
    if (wanted) {
      count++;
      lines.add(line);
      if (lines.size() > MAX) {
        lines.remove();
      }
    }
  }
}
