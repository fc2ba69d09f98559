package dev.stockade.bench;

import java.util.List;

/**
 * How often a profiler met a program's threads at work, and how often it was our work: beneath a
 * frame of ours, or in a thread of ours.
 */
record Samples(long ours, long all) {
  private static final String APPS = "dev/stockade/apps/";

  /** Out of collapsed stacks: {@code [thread tid=1];frame;frame 23}, outermost frame first. */
  static Samples count(List<String> stacks) {
    long ours = 0;
    long all = 0;
    for (String stack : stacks) {
      int end = stack.lastIndexOf(' ');
      long count = Long.parseLong(stack.substring(end + 1));
      all += count;
      if (isOurs(stack.substring(0, end))) {
        ours += count;
      }
    }
    return new Samples(ours, all);
  }

  double percent() {
    return 100.0 * ours / all;
  }

  private static boolean isOurs(String stack) {
    if (stack.startsWith("[stockade-")) {
      return true;
    }
    for (String frame : stack.split(";", -1)) {
      if (isOurFrame(frame)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOurFrame(String frame) {
    return frame.startsWith("java/lang/StockadeGate.")
        || (frame.startsWith("dev/stockade/") && !frame.startsWith(APPS));
  }
}
