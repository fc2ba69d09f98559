package dev.stockade.bench;

import java.io.IOException;

/** The HTTPS server of the rates; it listens when the constructor returns. */
final class RunningServer extends RunningProgram {
  private final int port;

  RunningServer(Workbench bench, Variant variant) throws IOException {
    super(bench, bench.command(variant, "LoadServer"));
    port = Integer.parseInt(answer("ready")[1]);
  }

  int port() {
    return port;
  }
}
