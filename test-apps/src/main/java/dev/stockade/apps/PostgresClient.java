package dev.stockade.apps;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * A JDBC client of PostgreSQL: {@code jdbc:postgresql://…} URLs. Version and cipher are those that
 * the database itself saw; both are missing where the connection is not encrypted.
 */
public final class PostgresClient {
  private static final String QUERY =
      "select version, cipher from pg_stat_ssl where pid = pg_backend_pid()";

  private PostgresClient() {}

  public static void main(String[] urls) {
    AppOptions.read();
    for (String url : urls) {
      Outcome.report(url.replaceFirst("\\?.*", ""), () -> visit(url));
    }
  }

  private static String visit(String url) throws SQLException {
    Properties bounds = new Properties();
    bounds.setProperty("loginTimeout", "20");
    bounds.setProperty("socketTimeout", "20");
    try (Connection connection = DriverManager.getConnection(url, bounds);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      row.next();
      return row.getString(1) == null ? "" : row.getString(1) + " " + row.getString(2);
    }
  }
}
