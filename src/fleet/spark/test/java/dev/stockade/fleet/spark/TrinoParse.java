package dev.stockade.fleet.spark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Parses statements, which zero bytes part, with Trino's parser, and names those it refuses. By
 * reflection: its classes are those of a newer Java than this one's compiler reads.
 */
final class TrinoParse {
  private TrinoParse() {}

  public static void main(String[] arguments) throws Exception {
    Class<?> type = Class.forName("io.trino.sql.parser.SqlParser");
    Object parser = type.getConstructor().newInstance();
    Method parse = type.getMethod("createStatement", String.class);
    int parsed = 0;
    for (String sql : Files.readString(Path.of(arguments[0])).split("\0", -1)) {
      try {
        parse.invoke(parser, sql);
        parsed++;
      } catch (InvocationTargetException e) {
        System.out.println("REFUSED " + e.getCause().getMessage() + ": " + sql);
      }
    }
    System.out.println("parsed " + parsed);
  }
}
