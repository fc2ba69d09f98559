package dev.stockade.journal.record;

import java.io.PrintStream;

/** The journal {@code stderr}: always the stream that System.err is at the time. */
final class StderrOutput implements Output {
  /** One write is one line here, and no line depends on another. */
  @Override
  public Object turn() {
    return this;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public String link() {
    return null;
  }

  @Override
  public boolean write(byte[] line) {
    PrintStream err = System.err;
    err.write(line, 0, line.length);
    err.flush();
    return true;
  }

  @Override
  public void close() {}
}
