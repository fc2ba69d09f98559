package dev.stockade.fleet.duckdb;

import dev.stockade.cli.command.CommandFailure;
import picocli.CommandLine.Option;

/** What a command may take of the machine. */
public final class LimitOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads at most; default is one for each processor.")
  private Integer threads;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description =
          "Memory of DuckDB, such as 512MB or 2GB; default is 1GB. What is more goes to the disk.")
  private String memory = Limits.MEMORY;

  /** As the words say. */
  public Limits limits() {
    if (!memory.matches("[1-9][0-9]{0,5}(MB|GB)")) {
      throw CommandFailure.usage("--memory " + memory + ": not a size such as 512MB or 2GB");
    }
    int processors = Runtime.getRuntime().availableProcessors();
    int wanted = threads == null ? processors : threads;
    if (wanted < 1 || wanted > 256) {
      throw CommandFailure.usage("--threads " + wanted + ": not from 1 to 256");
    }
    return new Limits(memory, wanted);
  }
}
