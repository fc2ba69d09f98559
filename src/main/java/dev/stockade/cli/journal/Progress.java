package dev.stockade.cli.journal;

import dev.stockade.cli.command.StockadeCommand;
import java.io.Console;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A line on a terminal that tells how far what takes longer has come. */
public final class Progress {
  /** Milliseconds before it is shown, so that it is not for what is over soon. */
  private static final long PATIENCE = 2_000;

  private static final long PAUSE = 200;

  private final Consumer<String> out;
  private final LongSupplier clock;
  private final long start;
  private long shown;
  private int width;

  /**
   * @param out shows a line in place of the last one; null for none
   * @param clock milliseconds
   */
  Progress(Consumer<String> out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  /** On standard error, where that is a terminal. */
  public static Progress on(StockadeCommand command) {
    return new Progress(isTerminal() ? command::show : null, () -> System.nanoTime() / 1_000_000);
  }

  /** Since JDK 22 there is a console also where there is no terminal, and it can be asked. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** On no terminal. */
  public static Progress none() {
    return new Progress(null, () -> 0);
  }

  /** Tells how many bytes are done. */
  public void at(String what, long done, long all) {
    long now = out == null ? 0 : clock.getAsLong();
    if (out == null || now - start < PATIENCE || now - shown < PAUSE) {
      return;
    }
    shown = now;
    long percent = all == 0 ? 100 : Math.min(100, 100 * done / all);
    String line = what + ": " + (done >> 20) + " of " + (all >> 20) + " MB, " + percent + " %";
    width = Math.max(width, line.length());
    out.accept(line);
  }

  /** Takes the line away. */
  public void end() {
    if (width > 0) {
      StringBuilder blank = new StringBuilder();
      for (int i = 0; i < width; i++) {
        blank.append(' ');
      }
      out.accept(blank.toString());
      out.accept("");
      width = 0;
    }
  }
}
