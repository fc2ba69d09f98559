package dev.stockade.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The speed at which {@code report} and {@code whatif} read a journal, beside DuckDB's {@code
 * count(*)} over the same file: {@code java -cp src/target/test-classes:src/target/classes
 * dev.stockade.bench.JournalReading [RECORDS [ROUNDS]]}. All in turn, each in a JVM of its own;
 * wall time of the whole process.
 */
final class JournalReading {
  private static final int RECORDS = 2_000_000;
  private static final int ROUNDS = 5;
  private static final String DUCKDB = "2.0.0.1";

  private JournalReading() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 2 && arguments[0].equals("duckdb")) {
      countByDuckDb(arguments[1]);
      return;
    }
    int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RECORDS;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
    Path jar = Path.of("agent/target/stockade.jar").toAbsolutePath();
    Path duckdb = Artifact.fetch("org.duckdb", "duckdb_jdbc", DUCKDB);
    Path folder = Files.createDirectories(Path.of("target/bench").toAbsolutePath());
    Path journal = JournalFile.write(folder.resolve("journal.ndjson"), records);
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "mode: enforce\n");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path") + ":" + duckdb;
    Map<String, String[]> commands = new LinkedHashMap<>();
    commands.put(
        "DuckDB " + DUCKDB + ", count(*)",
        new String[] {
          java, "-cp", classes, JournalReading.class.getName(), "duckdb", journal.toString()
        });
    commands.put(
        "report", new String[] {java, "-Xmx256m", "-jar", jar.toString(), "report", "" + journal});
    commands.put(
        "whatif",
        new String[] {
          java, "-Xmx256m", "-jar", jar.toString(), "whatif", "--policy", "" + policy, "" + journal
        });
    long bytes = Files.size(journal);
    System.out.printf(Locale.ROOT, "%d records, %.2f GB%n", records, bytes / 1e9);
    Map<String, List<Double>> speeds = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, String[]> one : commands.entrySet()) {
        long start = System.nanoTime();
        Processes.run(one.getValue());
        double seconds = (System.nanoTime() - start) / 1e9;
        speeds.computeIfAbsent(one.getKey(), any -> new ArrayList<>()).add(bytes / 1e6 / seconds);
      }
    }
    double reference = 0;
    for (Map.Entry<String, List<Double>> one : speeds.entrySet()) {
      List<Double> all = one.getValue();
      all.sort(null);
      double median = all.get(rounds / 2);
      reference = reference == 0 ? median : reference;
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f (%.0f to %.0f) | %.2f |%n",
          one.getKey(),
          median,
          all.get(0),
          all.get(rounds - 1),
          median / reference);
    }
    Files.delete(journal);
  }

  private static void countByDuckDb(String journal) throws Exception {
    String query =
        "select count(*) from read_json('" + journal + "', format = 'newline_delimited')";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      System.out.println(result.getLong(1));
    }
  }
}
