package dev.stockade.bench;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the JMH benchmarks, with the bytes that each operation allocates.
 *
 * <p>By hand: {@code mvn -q -pl src test -Dtest=Microbenchmarks}, one of them with {@code
 * -Dbench=Guard}. It borrows the test runner for its class path; its name keeps it out of the
 * tests.
 */
class Microbenchmarks {
  @Test
  void run() throws Exception {
    new Runner(
            new OptionsBuilder()
                .include("dev\\.stockade\\..*" + System.getProperty("bench", "") + ".*Bench")
                .jvmArgs("-Xms256m", "-Xmx256m")
                .forks(2)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build())
        .run();
  }
}
