package dev.stockade.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is compared: a list in a fixed order, with OpenTelemetry last because it may be missing. */
final class Variants {
  static final int NONE = 0;
  static final int EMPTY = 1;
  static final int AUDIT = 2;
  static final int ENFORCE = 3;
  static final int OTEL = 4;

  private Variants() {}

  static List<Variant> prepare(Workbench bench, String otel) throws Exception {
    Path stockade = Path.of("agent/target/stockade.jar").toAbsolutePath();
    if (!Files.exists(stockade) || !Files.exists(Path.of(Workbench.APPS))) {
      throw new IOException("no " + stockade + ": run `" + PairedOptions.BUILD + "` here first");
    }
    KeyStoreFile.make(bench.keys());
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant("no agent", List.of()));
    Path empty = EmptyAgentJar.make(bench.folder());
    variants.add(new Variant("empty agent", List.of("-javaagent:" + empty)));
    for (String mode : List.of("audit", "enforce")) {
      variants.add(stockade(stockade, mode, bench.folder()));
    }
    if (!otel.equals("none")) {
      variants.add(openTelemetry(otel));
    }
    return variants;
  }

  /** With a journal file, though the default is none: the dearer case. */
  private static Variant stockade(Path jar, String mode, Path folder) {
    String arguments = "mode=" + mode + ",journal=" + folder.resolve("%p.ndjson");
    return new Variant("Stockade " + mode, List.of("-javaagent:" + jar + "=" + arguments));
  }

  private static Variant openTelemetry(String version) throws Exception {
    return new Variant(
        "OpenTelemetry " + version,
        List.of(
            "-javaagent:" + fetchOpenTelemetry(version),
            "-Dotel.traces.exporter=none",
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none"));
  }

  private static Path fetchOpenTelemetry(String version) throws Exception {
    Path jar = Path.of("target/bench/opentelemetry-javaagent-" + version + ".jar").toAbsolutePath();
    if (!Files.exists(jar)) {
      Processes.run(
          "mvn",
          "-B",
          "-q",
          "-N",
          "dependency:copy",
          "-Dartifact=io.opentelemetry.javaagent:opentelemetry-javaagent:" + version,
          "-DoutputDirectory=" + jar.getParent());
    }
    return jar;
  }
}
