package dev.stockade.fleet.report;

import dev.stockade.cli.command.CommandFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A small table of the user's: CSV (RFC 4180) in UTF-8, with a head line. */
final class CsvFile {
  private static final long MAX_BYTES = 16 << 20;
  private static final int MAX_LENGTH = 300;

  private CsvFile() {}

  /** A line: its number, and what it has by the columns' names; an empty cell is not there. */
  record Line(int number, Map<String, String> cells) {}

  /**
   * Reads all lines.
   *
   * @param columns that may be there; others are an error, as they are a mistake most likely
   * @param hasHead whether the first line must name them; else they may stand in that order
   * @throws CommandFailure with file and line, when it is something else
   */
  static List<Line> read(String file, List<String> columns, boolean hasHead) {
    String text = text(file);
    List<String> head = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\r?\n", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = cells(file, number, line);
      if (head.isEmpty() && !hasHead && cells.stream().noneMatch(one -> isNamed(columns, one))) {
        head.addAll(columns);
      }
      if (head.isEmpty()) {
        head.addAll(head(file, number, cells, columns));
      } else {
        lines.add(new Line(number, named(file, number, head, cells)));
      }
    }
    if (head.isEmpty()) {
      throw CommandFailure.usage(
          file + ": is empty; its first line names its columns: " + String.join(", ", columns));
    }
    return lines;
  }

  private static boolean isNamed(List<String> columns, String cell) {
    return columns.contains(cell.toLowerCase(Locale.ROOT));
  }

  private static String text(String file) {
    try {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path)) {
        throw CommandFailure.usage(file + ": there is no such file");
      }
      if (Files.size(path) > MAX_BYTES) {
        throw CommandFailure.usage(file + ": has more than 16 MB");
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw CommandFailure.usage(file + ": is not in UTF-8");
    } catch (IOException | InvalidPathException e) {
      throw CommandFailure.usage(file + ": cannot be read");
    }
  }

  private static List<String> head(
      String file, int number, List<String> cells, List<String> columns) {
    List<String> head = new ArrayList<>();
    for (String cell : cells) {
      String name = cell.toLowerCase(Locale.ROOT);
      if (!columns.contains(name) || head.contains(name)) {
        throw CommandFailure.usage(
            file
                + ":"
                + number
                + ": the first line names columns, each once, of: "
                + String.join(", ", columns)
                + "; not '"
                + cell
                + "'");
      }
      head.add(name);
    }
    return head;
  }

  private static Map<String, String> named(
      String file, int number, List<String> head, List<String> cells) {
    if (cells.size() != head.size()) {
      throw CommandFailure.usage(
          file + ":" + number + ": has " + cells.size() + " cells, the first line " + head.size());
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < head.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        named.put(head.get(i), cells.get(i));
      }
    }
    return named;
  }

  /** Of one line: a quoted cell may hold commas, but no line end. */
  private static List<String> cells(String file, int number, String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"' && (quoted || cell.toString().isBlank())) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(done(file, number, cell));
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw CommandFailure.usage(file + ":" + number + ": a quote is not closed");
    }
    cells.add(done(file, number, cell));
    return cells;
  }

  private static String done(String file, int number, StringBuilder cell) {
    String text = cell.toString().strip();
    cell.setLength(0);
    if (text.length() > MAX_LENGTH) {
      throw CommandFailure.usage(
          file + ":" + number + ": a cell has more than " + MAX_LENGTH + " characters");
    }
    return text;
  }
}
