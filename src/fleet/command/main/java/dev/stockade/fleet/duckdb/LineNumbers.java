package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.record.Row;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;

/**
 * The lines of a batch as numbers: of each its hash, what it claims, its day since 1970, and its
 * place in the batch.
 */
final class LineNumbers implements ScannedRows {
  private static final int EMPTY = -1;

  private final Map<String, DuckDBColumnType> columns = new LinkedHashMap<>();
  private final long[] hashes;
  private final long[] places;
  private final int[] days;
  private int count;

  LineNumbers(List<Row> rows) {
    for (String column : List.of("line_hash", "place", "day", "line")) {
      columns.put(column, DuckDBColumnType.BIGINT);
    }
    hashes = new long[rows.size()];
    places = new long[rows.size()];
    days = new int[rows.size()];
    LinePlaces place = new LinePlaces();
    for (Row row : rows) {
      hashes[count] = row.lineHash();
      days[count] = (int) row.dayNumber();
      places[count++] = place.of(row);
    }
  }

  /**
   * Finds lines that are another one's before.
   *
   * @param repeated lines that do not count; those that are found are added
   * @return how many claim the place of another one before, but differ
   */
  long find(BitSet repeated) {
    int[] seen = new int[Integer.highestOneBit(Math.max(1, count)) << 2];
    Arrays.fill(seen, EMPTY);
    long conflicts = 0;
    for (int line = 0; line < count; line++) {
      if (!repeated.get(line)) {
        conflicts += find(line, seen, repeated) ? 1 : 0;
      }
    }
    return conflicts;
  }

  /** Whether a line is in conflict with one before. A hash table without chains, half empty. */
  private boolean find(int line, int[] seen, BitSet repeated) {
    boolean isClaimed = false;
    int at = start(line, seen);
    for (; seen[at] != EMPTY; at = at + 1 & (seen.length - 1)) {
      if (places[seen[at]] == places[line]) {
        if (hashes[seen[at]] == hashes[line]) {
          repeated.set(line);
          return false;
        }
        isClaimed = true;
      }
    }
    seen[at] = line;
    return isClaimed;
  }

  private int start(int line, int[] seen) {
    long place = places[line];
    return (int) (place ^ place >>> Integer.SIZE) & (seen.length - 1);
  }

  /** Takes lines out. */
  void remove(BitSet lines) {
    int kept = 0;
    for (int line = 0; line < count; line++) {
      if (!lines.get(line)) {
        hashes[kept] = hashes[line];
        days[kept] = days[line];
        places[kept++] = places[line];
      }
    }
    count = kept;
  }

  /** The earliest day of all lines. */
  int firstDay() {
    return Arrays.stream(days).min().orElse(0);
  }

  int lastDay() {
    return Arrays.stream(days).max().orElse(0);
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public Map<String, DuckDBColumnType> columns() {
    return columns;
  }

  @Override
  public void write(int column, DuckDBWritableVector vector, int from, int rows) {
    for (int i = 0; i < rows; i++) {
      vector.setLong(i, number(column, from + i));
    }
  }

  private long number(int column, int line) {
    return switch (column) {
      case 0 -> hashes[line];
      case 1 -> places[line];
      case 2 -> days[line];
      default -> line;
    };
  }
}
