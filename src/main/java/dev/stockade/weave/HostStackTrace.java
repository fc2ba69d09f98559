package dev.stockade.weave;

import dev.stockade.gate.StockadeGate;

/** The stack trace of a refusal as the host sees it. */
public final class HostStackTrace {
  private HostStackTrace() {}

  /** The exception speaks of the host's code: what stands above its call of us would mislead. */
  public static <T extends Throwable> T of(T natural) {
    StackTraceElement[] all = natural.getStackTrace();
    int first = 0;
    for (int i = 0; i < all.length; i++) {
      first = all[i].getClassName().equals(StockadeGate.class.getName()) ? i + 1 : first;
    }
    StackTraceElement[] trace = new StackTraceElement[all.length - first];
    System.arraycopy(all, first, trace, 0, trace.length);
    natural.setStackTrace(trace);
    return natural;
  }
}
