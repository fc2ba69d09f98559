package dev.stockade.fleet.cloudtrail;

import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.ColumnType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which members of an event are columns. */
final class TrailColumns {
  private static final Map<String, Integer> PLACES = new HashMap<>();
  private static final Set<String> GROUPS = new HashSet<>(List.of("userIdentity", "tlsDetails"));

  static {
    List<Column> columns = TrailEvent.TABLE.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).member() != null && columns.get(i).type() == ColumnType.VARCHAR) {
        PLACES.put(columns.get(i).member(), i);
      }
    }
  }

  private TrailColumns() {}

  /** Place of the column of a path; -1 where there is none. */
  static int of(String path) {
    return PLACES.getOrDefault(path, -1);
  }

  /** Whether members of this object are looked at. */
  static boolean isGroup(String name) {
    return GROUPS.contains(name);
  }
}
