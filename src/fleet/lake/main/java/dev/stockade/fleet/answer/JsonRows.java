package dev.stockade.fleet.answer;

import dev.stockade.journal.format.TreeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One object: {@code columns}, and {@code rows}, of which each is an object on its own line. */
final class JsonRows implements RowWriter {
  private final Consumer<String> out;
  private List<String> names;
  private String held;

  JsonRows(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> given) {
    names = distinct(given);
    out.accept("{\"columns\":" + TreeText.of(names) + ",\"rows\":[");
  }

  @Override
  public void row(List<?> values) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), values.get(i));
    }
    release(",");
    held = TreeText.of(row);
  }

  @Override
  public void end() {
    release("");
    out.accept("]}");
  }

  /** A comma stands behind each row but the last. */
  private void release(String separator) {
    if (held != null) {
      out.accept(held + separator);
    }
  }

  /** SQL may give two columns the same name, an object may not. */
  private static List<String> distinct(List<String> given) {
    List<String> names = new ArrayList<>();
    for (String name : given) {
      String other = name;
      for (int i = 2; names.contains(other); i++) {
        other = name + "_" + i;
      }
      names.add(other);
    }
    return names;
  }
}
