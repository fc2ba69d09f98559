package dev.stockade.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All hooks by the class they are in. A hook's id is its place in the table.
 *
 * <p>A JVM that starts asks for a thousand classes, in interpreted code. So a name is hashed only
 * when a listed class has its length: computing the hash of each would cost milliseconds.
 */
public final class HookTable {
  private final List<Hook> hooks;
  private final Map<String, int[]> idsByClass = new HashMap<String, int[]>();
  private final boolean[] lengths = new boolean[256];

  public HookTable(List<Hook> hooks) {
    this.hooks = new ArrayList<Hook>(hooks);
    for (int id = 0; id < hooks.size(); id++) {
      String name = hooks.get(id).className();
      int[] before = idsByClass.get(name);
      int length = before == null ? 0 : before.length;
      int[] ids = new int[length + 1];
      if (before != null) {
        System.arraycopy(before, 0, ids, 0, length);
      }
      ids[length] = id;
      idsByClass.put(name, ids);
      lengths[name.length()] = true;
    }
  }

  public int size() {
    return hooks.size();
  }

  public Hook get(int id) {
    return hooks.get(id);
  }

  /** The ids of the hooks in a class, by its internal name; null when there are none. */
  public int[] in(String className) {
    int length = className.length();
    return length < lengths.length && lengths[length] ? idsByClass.get(className) : null;
  }

  /** Whether there are hooks in a loaded class. */
  public boolean isIn(Class<?> type) {
    String name = type.getName();
    int length = name.length();
    return length < lengths.length
        && lengths[length]
        && idsByClass.containsKey(name.replace('.', '/'));
  }
}
