package dev.stockade.bench;

import java.io.IOException;

/** Connects to one server; warm when the constructor returns. */
final class RunningClient extends RunningProgram {
  static final int THREADS = 2;

  /** In mode "handshake" each connection is new, in mode "request" all requests share a few. */
  RunningClient(Workbench bench, Variant variant, RunningServer server, String mode, int warmUp)
      throws IOException {
    super(
        bench,
        bench.command(
            variant, "Load", "127.0.0.1:" + server.port(), "" + warmUp, "" + THREADS, mode));
    answer("done");
  }

  /** How many a second, in so many. */
  double rate(int count) throws IOException {
    tell("" + count);
    return count / (Double.parseDouble(answer("done")[2]) / 1e9);
  }
}
