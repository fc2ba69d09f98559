package dev.stockade.bench;

import java.io.File;
import java.io.IOException;
import java.util.List;

/** Connects to one server; warm as soon as it exists. */
final class RunningClient extends RunningProgram {
  static final int THREADS = 2;

  private RunningClient(Workbench bench, List<String> command) throws IOException {
    super(bench, command);
    answer("done");
  }

  /** In mode "handshake" each connection is new, in mode "request" all requests share a few. */
  static RunningClient plain(
      Workbench bench, Variant variant, RunningServer server, String mode, int warmUp)
      throws IOException {
    String target = "127.0.0.1:" + server.port();
    return new RunningClient(
        bench, bench.command(variant, "Load", target, "" + warmUp, "" + THREADS, mode));
  }

  /**
   * Takes the server for AWS and calls it through the SDK, over a few connections. The compiler
   * notes where inlined code is from, which a profiler would else have to guess.
   */
  static RunningClient sdk(Workbench bench, Variant variant, RunningServer server, int warmUp)
      throws Exception {
    List<String> options =
        List.of(
            "-Djdk.net.hosts.file=" + HostsFile.make(bench.folder()),
            "-Dapp.tls-port=" + server.port(),
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:+DebugNonSafepoints",
            "-cp",
            Workbench.APPS + File.pathSeparator + SdkLibrary.classPath());
    return new RunningClient(
        bench, bench.command(variant, options, "SdkLoad", "" + warmUp, "" + THREADS));
  }

  /** How many a second, in so many. */
  double rate(int count) throws IOException {
    tell("" + count);
    return count / (Double.parseDouble(answer("done")[2]) / 1e9);
  }
}
