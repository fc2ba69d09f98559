package dev.stockade.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs until its standard input ends, and answers in lines. */
class RunningProgram implements Closeable {
  private final Process process;
  private final BufferedReader out;
  private final Path err;

  RunningProgram(Workbench bench, List<String> command) throws IOException {
    err = Files.createTempFile(bench.folder(), "err", ".txt");
    process = bench.begin(Processes.builder(command).redirectError(err.toFile()));
    out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  void tell(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  /** The words of its next line. */
  String[] answer(String first) throws IOException {
    String line = out.readLine();
    if (line == null || !line.startsWith(first + " ")) {
      throw new IOException("a program failed: " + line + "\n" + Files.readString(err));
    }
    return line.trim().split(" ", -1);
  }

  long pid() {
    return process.pid();
  }

  /** Of all its threads so far, in nanoseconds. */
  long processorNanos() {
    return process.info().totalCpuDuration().orElseThrow().toNanos();
  }

  /** Idle for a moment, so that the memory of the compiler is back. */
  double residentMegabytes() throws Exception {
    Thread.sleep(1_000);
    Path status = Path.of("/proc/" + process.pid() + "/status");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Integer.parseInt(line.replaceAll("[^0-9]", "")) / 1024.0;
      }
    }
    throw new IOException("no VmRSS in " + status);
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
