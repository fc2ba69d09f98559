package dev.stockade.e2e.rows;

import dev.stockade.weave.Hook;
import dev.stockade.weave.Weaver;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one version of a library, or a JDK, has of the rows; its classes are woven in memory. */
final class Survey {
  private final Rows rows;
  private final BitSet met = new BitSet();
  private final BitSet woven = new BitSet();

  private final Set<Want> present;
  private final Set<Want> absent;

  Survey(Rows rows, HookedLibrary library) throws IOException {
    this.rows = rows;
    ClassFiles own = library.own();
    own.each(
        (name, bytes) -> {
          int[] ids = rows.table().in(name);
          if (ids != null) {
            for (int id : ids) {
              met.set(id);
            }
            Weaver.weave(bytes.read(), rows.table(), ids, woven);
          }
          return true;
        });
    present = wants();
    NameSearch search = new NameSearch(present.stream().map(Want::name).toList());
    Set<MemberName> missing = search.in(own).in(library.others()).missing();
    absent = new HashSet<>(present);
    absent.removeIf(want -> !missing.contains(want.name()));
    present.removeAll(absent);
  }

  private Set<Want> wants() {
    Set<Want> wants = new HashSet<>();
    for (Hook row : found()) {
      wants.addAll(rows.wants(row));
    }
    return wants;
  }

  /** The rows whose class and method are there. */
  Set<Hook> found() {
    return woven.stream().mapToObj(rows.table()::get).collect(Collectors.toSet());
  }

  /** The rows whose class is there without the method, though every version should have it. */
  Set<String> lacking() {
    Set<String> names = new TreeSet<>();
    met.stream()
        .filter(id -> !woven.get(id))
        .mapToObj(rows.table()::get)
        .filter(row -> !row.isOptional())
        .forEach(row -> names.add(row.className() + " " + row));
    return names;
  }

  /** What the handlers that can be reached look for and find. */
  Set<Want> present() {
    return present;
  }

  /** What they look for and do not find. */
  Set<Want> absent() {
    return new HashSet<>(absent);
  }
}
