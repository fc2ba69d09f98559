package dev.stockade.policy.clause;

import dev.stockade.policy.rule.Rule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table from a rule and a profile to the clauses of standards, {@code clauses.txt}. */
public final class Clauses {
  /** In the place of profiles: holds whatever the profile is. */
  private static final String ANY = "-";

  private static final String ALL = "*";

  private static final class Row {
    final Clause clause;
    final List<String> rules;
    final List<String> profiles;

    Row(String line) {
      String[] parts = line.split(" \\| ", -1);
      clause = new Clause(parts[0], parts[1], parts[2]);
      rules = Arrays.asList(parts[3].split(" ", -1));
      profiles = Arrays.asList(parts[4].split(" ", -1));
    }

    boolean isFor(Rule rule) {
      for (String one : rules) {
        boolean all = one.endsWith(ALL);
        if (all
            ? rule.id().startsWith(one.substring(0, one.length() - 1))
            : rule.id().equals(one)) {
          return true;
        }
      }
      return false;
    }

    boolean isOf(String profile) {
      for (String start : profiles) {
        if (start.equals(ANY) || profile.startsWith(start)) {
          return true;
        }
      }
      return false;
    }
  }

  private static final List<Row> ROWS = read();

  private Clauses() {}

  /**
   * The clauses that an offence of the rule touches, in the order of the table; none for rules that
   * no clause speaks of.
   *
   * @param profile its id: of standards with a profile of their own only that one's are told; null
   *     for all
   */
  public static List<Clause> of(Rule rule, String profile) {
    List<Clause> clauses = new ArrayList<>();
    for (Row row : ROWS) {
      if (row.isFor(rule) && (profile == null || row.isOf(profile))) {
        clauses.add(row.clause);
      }
    }
    return clauses;
  }

  private static List<Row> read() {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = Clauses.class.getResourceAsStream("clauses.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          rows.add(new Row(line));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("stockade.jar is damaged: it lacks clauses.txt", e);
    }
    return rows;
  }
}
