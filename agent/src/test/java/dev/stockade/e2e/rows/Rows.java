package dev.stockade.e2e.rows;

import dev.stockade.enforce.Enforcement;
import dev.stockade.journal.Journal;
import dev.stockade.library.LibraryCatalog;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;
import dev.stockade.weave.HookTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of all libraries, and what the handler of each looks for. */
final class Rows {
  private final HookTable table;
  private final List<Hook> all;
  private final Map<Hook, Set<Want>> wants = new HashMap<>();

  Rows(HandlerNames names) {
    HookRows rows = new HookRows(null);
    new LibraryCatalog(new Enforcement(null, new Journal(null), rows, null)).addAll(rows);
    all = rows.hooks();
    table = new HookTable(all);
    List<HookSource> libraries = rows.libraries();
    for (int i = 0; i < libraries.size(); i++) {
      List<Hook> its = rows.hooks(i, 0);
      for (int number = 0; !its.isEmpty(); number++, its = rows.hooks(i, number)) {
        Set<Want> wanted = names.of(libraries.get(i).handler(number).getClass());
        its.forEach(row -> wants.put(row, wanted));
      }
    }
    if (wants.size() < all.size()) {
      throw new IllegalStateException("the numbers of a library's handlers have a gap");
    }
  }

  HookTable table() {
    return table;
  }

  List<Hook> all() {
    return all;
  }

  /** What all handlers look for. */
  Set<Want> wants() {
    Set<Want> all = new HashSet<>();
    wants.values().forEach(all::addAll);
    return all;
  }

  Set<Want> wants(Hook row) {
    return wants.get(row);
  }
}
