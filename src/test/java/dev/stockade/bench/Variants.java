package dev.stockade.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is compared, in the order of {@link Agent}; agents of others may be missing. */
final class Variants {
  private Variants() {}

  static List<Variant> prepare(Workbench bench, PairedOptions options) throws Exception {
    Path jar = Path.of("agent/target/stockade.jar").toAbsolutePath();
    if (!Files.exists(jar) || !Files.exists(Path.of(Workbench.APPS))) {
      throw new IOException("no " + jar + ": run `" + PairedOptions.BUILD + "` here first");
    }
    KeyStoreFile.make(bench.keys());
    Path folder = bench.folder();
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant(Agent.NONE, "no agent", List.of()));
    variants.add(small(Agent.EMPTY, "empty agent", SmallAgents.empty(folder)));
    variants.add(small(Agent.FLOOR, "floor", SmallAgents.floor(folder)));
    try (PackedJar packed = new PackedJar(jar)) {
      variants.add(LoadingAgents.classes(folder, packed));
      variants.add(LoadingAgents.weaving(folder, packed));
      variants.add(hooks(jar, folder));
      variants.add(VerifyingAgent.make(folder, packed));
    }
    variants.add(stockade(Agent.OFF, jar, "off", folder));
    variants.add(stockade(Agent.AUDIT, jar, "audit", folder));
    variants.add(stockade(Agent.ENFORCE, jar, "enforce", folder));
    if (!options.otel().equals("none")) {
      variants.add(OtherAgents.openTelemetry(options.otel()));
    }
    if (!options.datadog().equals("none")) {
      variants.add(OtherAgents.datadog(options.datadog()));
    }
    return variants;
  }

  private static Variant small(Agent agent, String name, Path jar) {
    return new Variant(agent, name, List.of("-javaagent:" + jar));
  }

  /** Audit until {@link #hooksOff} is there: from then on the woven code asks, and none answers. */
  private static Variant hooks(Path jar, Path folder) {
    String arguments = "mode=audit,kill-file=" + hooksOff(folder);
    return new Variant(Agent.HOOKS, "hooks alone", List.of("-javaagent:" + jar + "=" + arguments));
  }

  /** The kill file of the agent whose hooks are to be alone. */
  static Path hooksOff(Path folder) {
    return folder.resolve("hooks-off");
  }

  /** With a journal file, though the default is none: the dearer case. */
  private static Variant stockade(Agent agent, Path jar, String mode, Path folder) {
    String arguments = "mode=" + mode + ",journal=" + folder.resolve("%p.ndjson");
    return new Variant(agent, "Stockade " + mode, List.of("-javaagent:" + jar + "=" + arguments));
  }
}
