package dev.stockade.cli.journal;

import dev.stockade.cli.command.StockadeCommand;
import java.io.Console;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

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
  public Progress(Consumer<String> out, LongSupplier clock) {
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

  /** Whether anybody sees it. */
  public boolean isShown() {
    return out != null;
  }

  /** Tells how many bytes are done. */
  public void at(String what, long done, long all) {
    long percent = all == 0 ? 100 : Math.min(100, 100 * done / all);
    tell(() -> what + ": " + (done >> 20) + " of " + (all >> 20) + " MB, " + percent + " %");
  }

  /** Tells a line, at times when one is due. */
  public void tell(Supplier<String> text) {
    long now = out == null ? 0 : clock.getAsLong();
    if (out == null || now - start < PATIENCE || now - shown < PAUSE) {
      return;
    }
    shown = now;
    String line = text.get();
    width = Math.max(width, line.length());
    out.accept(line + blank(width - line.length()));
  }

  /** Takes the line away. */
  public void end() {
    if (width > 0) {
      out.accept(blank(width));
      out.accept("");
      width = 0;
    }
  }

  private static String blank(int width) {
    char[] blanks = new char[width];
    Arrays.fill(blanks, ' ');
    return new String(blanks);
  }
}
