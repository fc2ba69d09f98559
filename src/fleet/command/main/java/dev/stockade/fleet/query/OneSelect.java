package dev.stockade.fleet.query;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.JsonTree;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets pass what is one SELECT through and through. DuckDB's own parser tells: a SELECT may hold a
 * {@code COPY ... TO} in its WITH, and {@code query('...')} runs a text that no parser saw before.
 */
final class OneSelect {
  private static final Set<String> NODES =
      Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");

  /** In FROM; those that read files or run texts are not among them. */
  private static final Set<String> TABLE_FUNCTIONS =
      Set.of(
          "range",
          "generate_series",
          "unnest",
          "json_each",
          "json_tree",
          "duckdb_columns",
          "duckdb_functions",
          "duckdb_views");

  private OneSelect() {}

  /**
   * @throws CommandFailure when it is anything else, with what the parser says
   */
  static void check(Connection connection, String sql) throws SQLException {
    Map<String, Object> parsed = parsed(connection, sql);
    if (Boolean.TRUE.equals(parsed.get("error"))) {
      String message = String.valueOf(parsed.get("error_message"));
      throw CommandFailure.usage(
          "not implemented".equals(parsed.get("error_type")) ? onlySelect() : "SQL: " + message);
    }
    List<?> statements = (List<?>) parsed.get("statements");
    if (statements.size() != 1) {
      throw CommandFailure.usage("one SELECT at a time, not " + statements.size() + " statements");
    }
    walk(statements);
  }

  private static String onlySelect() {
    return "only SELECT: sql asks the lake and changes nothing";
  }

  private static Map<String, Object> parsed(Connection connection, String sql) throws SQLException {
    String ask = "SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)";
    try (PreparedStatement statement = connection.prepareStatement(ask)) {
      statement.setString(1, sql);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return JsonTree.object(rows.getString(1));
      }
    } catch (IOException e) {
      throw CommandFailure.usage("SQL: its parts cannot be told apart");
    }
  }

  private static void walk(Object tree) {
    if (tree instanceof List) {
      ((List<?>) tree).forEach(OneSelect::walk);
    } else if (tree instanceof Map) {
      Map<?, ?> members = (Map<?, ?>) tree;
      String type = String.valueOf(members.get("type"));
      if (type.endsWith("_NODE") && !NODES.contains(type)) {
        throw CommandFailure.usage(onlySelect());
      }
      if (type.equals("TABLE_FUNCTION")) {
        function((Map<?, ?>) members.get("function"));
      }
      members.values().forEach(OneSelect::walk);
    }
  }

  private static void function(Map<?, ?> function) {
    String name = String.valueOf(function.get("function_name"));
    if (!TABLE_FUNCTIONS.contains(name)) {
      throw CommandFailure.usage("FROM " + name + "(...): sql reads nothing but the lake's tables");
    }
  }
}
