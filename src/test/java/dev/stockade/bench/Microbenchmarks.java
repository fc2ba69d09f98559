package dev.stockade.bench;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the JMH benchmarks, with the bytes that each operation allocates.
 *
 * <p>By hand: {@code mvn -q -pl src test -Dtest=Microbenchmarks}, one of them with {@code
 * -Dbench=Guard}, each by one, then by eight threads with {@code -Dthreads=1,8}. It borrows the
 * test runner for its class path; its name keeps it out of the tests.
 */
class Microbenchmarks {
  @Test
  void run() throws Exception {
    String threads = System.getProperty("threads", "");
    if (threads.isEmpty()) {
      new Runner(options().build()).run();
      return;
    }
    for (String number : threads.split(",", -1)) {
      // Many threads on few processors leave the compiler little of them.
      new Runner(options().threads(Integer.parseInt(number)).warmupIterations(12).build()).run();
    }
  }

  private static ChainedOptionsBuilder options() {
    return new OptionsBuilder()
        .include("dev\\.stockade\\..*" + System.getProperty("bench", "") + ".*Bench")
        .jvmArgs("-Xms256m", "-Xmx256m")
        .forks(2)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true);
  }
}
