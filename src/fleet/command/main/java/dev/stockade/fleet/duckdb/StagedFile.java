package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.PartFile;
import java.nio.file.Path;

/** A Parquet file that was written in the work folder, and what it is to be in the lake. */
public record StagedFile(Path file, PartFile part) {}
