package dev.stockade.fleet.duckdb;

import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.journal.Progress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBPreparedStatement;

/**
 * Tells on a terminal what goes on in a lake. It does so from a thread of its own, as a single
 * query may take minutes; where there is no terminal, there is no thread.
 */
public final class Underway implements AutoCloseable {
  private static final long PAUSE = 250;

  private final Progress progress;
  private final Thread teller;
  private volatile Step step = new Step("", 0, 0, "");
  private volatile DuckDBPreparedStatement asked;

  Underway(Progress progress) {
    this.progress = progress;
    this.teller = progress.isShown() ? new Thread(this::tell, "stockade-progress") : null;
    if (teller != null) {
      teller.setDaemon(true);
      teller.start();
    }
  }

  /** On standard error, where that is a terminal. */
  public static Underway on(StockadeCommand command) {
    return new Underway(Progress.on(command));
  }

  /** On no terminal. */
  public static Underway none() {
    return new Underway(Progress.none());
  }

  /**
   * @param of what is counted, such as {@code files}
   */
  private record Step(String what, long done, long all, String of) {
    @Override
    public String toString() {
      return what + (all == 0 ? "" : ": " + done + " of " + all + " " + of);
    }
  }

  /** Something begins whose steps are not counted. */
  public void at(String what) {
    at(what, 0, 0, "");
  }

  /**
   * A step begins.
   *
   * @param done how many are done before it
   * @param of what is counted, such as {@code files}
   */
  public void at(String what, long done, long all, String of) {
    step = new Step(what, done, all, of);
  }

  /** Makes DuckDB count how far its queries are; it shows nothing itself. */
  public void watch(Connection connection) throws SQLException {
    if (teller != null) {
      DuckDb.execute(connection, "SET enable_progress_bar = true");
      DuckDb.execute(connection, "SET enable_progress_bar_print = false");
    }
  }

  /** Asks a query of a connection that is watched; its part that is done is told meanwhile. */
  public ResultSet ask(Statement statement, String sql) throws SQLException {
    asked = (DuckDBPreparedStatement) statement;
    try {
      return statement.executeQuery(sql);
    } finally {
      asked = null;
    }
  }

  private void tell() {
    try {
      while (true) {
        progress.tell(() -> step + percent());
        TimeUnit.MILLISECONDS.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      // The end.
    }
  }

  /** Empty where it is not known, as in the first moments. */
  private String percent() {
    DuckDBPreparedStatement query = asked;
    try {
      double percent = query == null ? -1 : query.getQueryProgress().getPercentage();
      return percent < 0 ? "" : ", " + Math.min(99, (int) percent) + " %";
    } catch (SQLException e) {
      return ""; // It ended meanwhile.
    }
  }

  /** Takes the line away. May be called again. */
  @Override
  public void close() {
    if (teller == null) {
      return;
    }
    teller.interrupt();
    try {
      teller.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    progress.end();
  }
}
