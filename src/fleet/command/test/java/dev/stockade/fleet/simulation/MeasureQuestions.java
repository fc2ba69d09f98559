package dev.stockade.fleet.simulation;

import com.sun.management.OperatingSystemMXBean;
import dev.stockade.fleet.duckdb.Lake;
import dev.stockade.fleet.duckdb.Limits;
import dev.stockade.fleet.sql.Parameters;
import dev.stockade.fleet.sql.Question;
import dev.stockade.fleet.sql.Questions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/** Asks a lake every question once, and tells the time of each and the memory of all. */
public final class MeasureQuestions {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private MeasureQuestions() {}

  /**
   * @param arguments the lake, its first and its last day, DuckDB's memory
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    Parameters parameters =
        Parameters.between(LocalDate.parse(arguments[1]), LocalDate.parse(arguments[2]));
    Limits limits = new Limits(arguments[3], Runtime.getRuntime().availableProcessors());
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    try (Lake lake = Lake.open(arguments[0], limits, arguments[1], arguments[2])) {
      tell("(opening)", 0, start, cpu);
      for (Question question : Questions.all()) {
        long before = SYSTEM.getProcessCpuTime();
        long began = System.nanoTime();
        try {
          tell(question.name(), rows(lake, question.sql(parameters)), began, before);
        } catch (SQLException e) {
          System.out.println(question.name() + " failed: " + e.getMessage());
        }
      }
    }
    tell("(all)", 0, start, cpu);
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(System.out::println);
  }

  private static long rows(Lake lake, String sql) throws SQLException {
    long rows = 0;
    try (Statement statement = lake.connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows++;
      }
    }
    return rows;
  }

  private static void tell(String what, long rows, long start, long cpu) {
    System.out.printf(
        "%-24s %9d rows %8d ms %8d ms cpu%n",
        what,
        rows,
        (System.nanoTime() - start) / 1_000_000,
        (SYSTEM.getProcessCpuTime() - cpu) / 1_000_000);
  }
}
