package dev.stockade.fleet.cloudtrail;

import static dev.stockade.fleet.duckdb.DuckDb.execute;
import static dev.stockade.fleet.duckdb.DuckDb.quoted;

import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.duckdb.Limits;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Gathers the events of one batch in a file beside the lake. */
final class TrailStage implements AutoCloseable {
  private static final String STAGE = "trail";

  private final Path file;
  private final Connection connection;
  private final DuckDBAppender appender;
  private final TreeSet<LocalDate> days = new TreeSet<>();
  private long size;

  /**
   * @param work a folder of its own
   */
  TrailStage(Path work, Limits limits) throws SQLException {
    file = work.resolve("stage.parquet");
    connection = DuckDb.open(limits, work);
    execute(connection, "CREATE TABLE " + STAGE + "(" + TrailEvent.TABLE.ddl() + ")");
    appender = connection.unwrap(DuckDBConnection.class).createAppender("main", STAGE);
  }

  void add(TrailEvent event) throws SQLException {
    appender.beginRow();
    for (int i = 0; i < TrailEvent.TABLE.columns().size(); i++) {
      if (TrailEvent.isTime(i)) {
        appender.append(event.time());
      } else {
        appender.append(event.text(i));
      }
    }
    LocalDate day = event.time().toLocalDate();
    appender.append(day.toString());
    appender.endRow();
    days.add(day);
    size++;
  }

  long size() {
    return size;
  }

  /** Of the events, in order. */
  SortedSet<LocalDate> days() {
    return days;
  }

  /** All events in one file; what they took of memory is free then. */
  Path finish() throws SQLException {
    appender.close();
    execute(connection, "COPY " + STAGE + " TO " + quoted(file.toString()) + " (FORMAT parquet)");
    close();
    return file;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
