package dev.stockade.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program took from its beginning to its end, in milliseconds. The shell's clock counts all
 * its threads' time to the millisecond.
 */
record Start(double wall, double cpu) {

  static Start measure(Workbench bench, Variant variant, String program, String... arguments)
      throws Exception {
    Path out = bench.folder().resolve("out.txt");
    Path err = bench.folder().resolve("err.txt");
    String script = "TIMEFORMAT='%3R %3U %3S'; time \"$@\" >" + out + " 2>" + err;
    List<String> words = new ArrayList<>(List.of("bash", "-c", script, "bash"));
    words.addAll(bench.command(variant, program, arguments));
    Process process = Processes.builder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String[] seconds = Processes.output(process, err).trim().split(" ", -1);
    return new Start(
        1000 * Double.parseDouble(seconds[0]),
        1000 * (Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2])));
  }
}
