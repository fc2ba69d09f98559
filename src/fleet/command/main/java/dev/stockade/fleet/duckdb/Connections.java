package dev.stockade.fleet.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.duckdb.DuckDBConnection;

/** Connections to one database, as one serves a single thread at a time. */
final class Connections implements AutoCloseable {
  private final List<Connection> all = new ArrayList<>();
  private final BlockingQueue<Connection> idle;

  /** Work that needs a connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  Connections(Connection first, int count) throws SQLException {
    idle = new ArrayBlockingQueue<>(count);
    for (int i = 0; i < count; i++) {
      all.add(first.unwrap(DuckDBConnection.class).duplicate());
    }
    idle.addAll(all);
  }

  /** Does work with a connection of its own; waits for one. */
  <T> T use(Work<T> work) throws SQLException, InterruptedException {
    Connection connection = idle.take();
    try {
      return work.with(connection);
    } finally {
      idle.add(connection);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : all) {
      connection.close();
    }
  }
}
