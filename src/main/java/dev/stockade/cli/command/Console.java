package dev.stockade.cli.command;

import java.io.InputStream;
import java.io.PrintStream;

/** The surroundings of a command: its streams, and the jar that it came in. */
public final class Console {
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final String jar;

  /**
   * @param jar path of stockade.jar itself
   */
  public Console(InputStream in, PrintStream out, PrintStream err, String jar) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.jar = jar;
  }

  public InputStream in() {
    return in;
  }

  /** For results. */
  public PrintStream out() {
    return out;
  }

  /** For what went wrong, and for remarks that are no part of the result. */
  public PrintStream err() {
    return err;
  }

  /** Path of stockade.jar itself. */
  public String jar() {
    return jar;
  }
}
