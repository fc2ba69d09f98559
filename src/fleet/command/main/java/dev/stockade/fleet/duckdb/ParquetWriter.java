package dev.stockade.fleet.duckdb;

import static dev.stockade.fleet.duckdb.DuckDb.quoted;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Writes rows as the Parquet files of a batch, one or more for each day. */
public final class ParquetWriter {
  private final Connection connection;
  private final Path work;
  private final String batch;

  /**
   * @param work a folder for the files, until they are published
   * @param batch in the name of each file, as nothing may be written over
   */
  public ParquetWriter(Connection connection, Path work, String batch) {
    this.connection = connection;
    this.work = work.resolve(batch);
    this.batch = batch;
  }

  /**
   * Writes the rows of a query.
   *
   * @param select gives the table's columns and {@code day}, in order
   */
  public List<StagedFile> write(Table table, String select) throws SQLException {
    Path folder = work.resolve(table.name());
    try {
      Files.createDirectories(work);
    } catch (IOException e) {
      throw CommandFailure.failed(work + ": no folder can be made there: " + e.getMessage());
    }
    String copy =
        "COPY ("
            + select
            + ") TO "
            + quoted(folder.toString())
            + " (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (day), FILENAME_PATTERN "
            + quoted("part-" + batch + "-{i}")
            + ", RETURN_STATS true)";
    List<StagedFile> files = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(copy)) {
      while (rows.next()) {
        Path file = Path.of(rows.getString("filename"));
        String day = file.getParent().getFileName().toString().substring("day=".length());
        String path = LakeNames.part(table.name(), day, batch, files.size());
        PartFile part = new PartFile(path, rows.getLong("count"), rows.getLong("file_size_bytes"));
        files.add(new StagedFile(file, part));
      }
    }
    return files;
  }
}
