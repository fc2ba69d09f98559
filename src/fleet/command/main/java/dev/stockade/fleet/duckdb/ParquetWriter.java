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
  private static final String FORM = "FORMAT parquet, COMPRESSION zstd, RETURN_STATS true";

  private final Connection connection;
  private final Path work;
  private final String batch;
  private int count;

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
   * Writes the rows of a query, all of one day, as one file.
   *
   * @param select gives the table's columns
   */
  StagedFile write(Table table, String day, String select) throws SQLException {
    Path file = work.resolve(table.name()).resolve(Table.DAY + "=" + day).resolve("part.parquet");
    folder(file.getParent());
    String copy = "COPY (" + select + ") TO " + quoted(file.toString()) + " (" + FORM + ")";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(copy)) {
      rows.next();
      String path = LakeNames.part(table.name(), day, batch, 0);
      long bytes = rows.getLong("file_size_bytes");
      return new StagedFile(file, new PartFile(path, rows.getLong("count"), bytes));
    }
  }

  /**
   * Writes the rows of a query.
   *
   * @param select gives the table's columns and {@code day}, in order
   */
  public List<StagedFile> write(Table table, String select) throws SQLException {
    // DuckDB writes to no folder that has files.
    Path folder = work.resolve(table.name() + "-" + count++);
    folder(work);
    String copy =
        "COPY ("
            + select
            + ") TO "
            + quoted(folder.toString())
            + " ("
            + FORM
            + ", PARTITION_BY (day), FILENAME_PATTERN "
            + quoted("part-" + batch + "-{i}")
            + ")";
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

  private static void folder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw CommandFailure.failed(
          folder + ": no folder can be made there: " + DiskFailure.reason(e));
    }
  }
}
