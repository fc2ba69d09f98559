package dev.stockade.fleet.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All tables of the lake, from {@code columns.txt}. */
public final class Tables {
  public static final String HANDSHAKES = "handshakes";
  public static final String CERTIFICATES = "certificates";
  public static final String REQUESTS = "requests";
  public static final String ANSWERS = "answers";
  public static final String EVENTS = "events";
  public static final String FINDINGS = "findings";
  public static final String CLOUDTRAIL = "cloudtrail";
  public static final String SERVICES = "services";
  public static final String EXCEPTIONS = "exceptions";

  /** What records become, one row for each. */
  public static final List<String> OF_RECORDS =
      List.of(HANDSHAKES, CERTIFICATES, REQUESTS, ANSWERS, EVENTS);

  private static final String COMMON = "common";
  private static final String WHOLE = "whole";
  private static final Map<String, Table> ALL = read();

  private Tables() {}

  public static List<Table> all() {
    return List.copyOf(ALL.values());
  }

  /**
   * @throws IllegalArgumentException when there is none of this name
   */
  public static Table named(String name) {
    Table table = ALL.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no table " + name);
    }
    return table;
  }

  /**
   * The table that a record belongs to.
   *
   * @param kind as the record has it, may be one of a later version
   */
  public static Table ofKind(String kind) {
    if (kind.startsWith("tls.")) {
      return ALL.get(kind.equals("tls.certificate") ? CERTIFICATES : HANDSHAKES);
    }
    if (kind.startsWith("aws.")) {
      boolean isAnswer = kind.equals("aws.answer") || kind.equals("aws.unseen");
      return ALL.get(isAnswer ? ANSWERS : REQUESTS);
    }
    return ALL.get(EVENTS);
  }

  private static Map<String, Table> read() {
    Map<String, Table> tables = new LinkedHashMap<>();
    List<Column> common = new ArrayList<>();
    String name = COMMON;
    boolean byDay = true;
    List<Column> columns = common;
    for (String line : lines()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.trim().split(" +", 0);
      if (line.startsWith(" ")) {
        String member = words[2].equals("-") ? null : words[2];
        columns.add(new Column(words[0], ColumnType.of(words[1]), member));
        continue;
      }
      put(tables, name, columns, byDay);
      name = words[0];
      String base = words.length > 1 ? words[1] : "";
      byDay = !base.equals(WHOLE);
      columns =
          name.equals(COMMON) ? common : new ArrayList<>(base.equals(COMMON) ? common : List.of());
    }
    put(tables, name, columns, byDay);
    return tables;
  }

  private static void put(
      Map<String, Table> tables, String name, List<Column> columns, boolean byDay) {
    if (!name.equals(COMMON)) {
      tables.put(name, new Table(name, List.copyOf(columns), byDay));
    }
  }

  private static List<String> lines() {
    try (InputStream in = Tables.class.getResourceAsStream("columns.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
