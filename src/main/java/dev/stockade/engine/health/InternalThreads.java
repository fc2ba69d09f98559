package dev.stockade.engine.health;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** The threads that Stockade has made, and what they have cost. */
public final class InternalThreads {
  private static final String PREFIX = "stockade-";

  private InternalThreads() {}

  public static int count() {
    int count = 0;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      count += thread != null && thread.getThreadName().startsWith(PREFIX) ? 1 : 0;
    }
    return count;
  }

  /** Milliseconds of CPU of those that live; 0 where the JVM does not count. */
  public static long cpuMillis() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
      return 0;
    }
    long nanos = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith(PREFIX)) {
        nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return nanos / 1_000_000;
  }
}
