package dev.stockade.fleet.ingest;

import dev.stockade.fleet.duckdb.LimitOptions;
import dev.stockade.fleet.duckdb.Limits;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which lake a command works on, and what it may take of the machine. */
public final class WorkOptions {
  @Option(
      names = "--lake",
      required = true,
      paramLabel = "PLACE",
      description = "The lake: a folder, or s3://bucket/prefix.")
  private String lake;

  @Mixin private LimitOptions limits;

  public String lake() {
    return lake;
  }

  /** As the words say. */
  public Limits limits() {
    return limits.limits();
  }
}
