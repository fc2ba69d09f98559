package dev.stockade.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * Measures whole processes under no agent and under several, in turn, round by round: what disturbs
 * the machine meets them all, and a ratio compares only neighbours of the same round.
 *
 * <p>By hand, in the folder of the repository and after a build: see {@link PairedOptions#USAGE}.
 * It needs Linux, bash and a JDK, and Maven for the jars that it fetches.
 */
final class Paired {
  private Paired() {}

  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.println(PairedOptions.USAGE);
      return;
    }
    PairedOptions options = PairedOptions.parse(arguments);
    for (Path java : options.javas()) {
      try (Workbench bench = new Workbench(java)) {
        Run run = new Run(bench, options, Variants.prepare(bench, options), new Measurements());
        new Rounds(run).run();
        System.out.println(String.join("\n", new Table(run).lines()) + "\n");
      }
    }
  }
}
