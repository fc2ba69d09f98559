package dev.stockade.weave;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All hooks by the class they are in. A hook's id is its index in the table.
 *
 * <p>A JVM that starts asks for a thousand classes, in interpreted code. So a name is taken apart
 * and hashed only when it ends like a listed class: doing that for each would cost milliseconds.
 */
public final class HookTable {
  private static final int[] NONE = {};

  private final List<Hook> hooks;

  /** By the last part of the name: a copy of a class under another package has the same. */
  private final Map<String, int[]> idsBySimpleName = new HashMap<String, int[]>();

  private final boolean[] endings = new boolean[1 << 12];

  /** Classes with the hooks of {@link Hook#DISCOVERED}. A new set for each that is added. */
  private volatile Set<String> learned = Collections.emptySet();

  public HookTable(List<Hook> hooks) {
    this.hooks = new ArrayList<Hook>(hooks);
    for (int id = 0; id < hooks.size(); id++) {
      String name = hooks.get(id).className();
      String simple = simple(name);
      int[] before = idsBySimpleName.get(simple);
      idsBySimpleName.put(simple, with(before == null ? NONE : before, id));
      if (!name.equals(Hook.DISCOVERED)) {
        endings[ending(name)] = true;
      }
    }
  }

  /**
   * The hooks of {@link Hook#DISCOVERED} are in this class too.
   *
   * @param className internal name
   */
  public synchronized void learn(String className) {
    Set<String> more = new HashSet<String>(learned);
    more.add(className);
    learned = more;
    endings[ending(className)] = true;
  }

  /** Whether hooks are in a loaded class only because {@link #learn} was given its class. */
  public boolean isLearned(Class<?> type) {
    return !learned.isEmpty() && learned.contains(type.getName().replace('.', '/'));
  }

  public int size() {
    return hooks.size();
  }

  public Hook get(int id) {
    return hooks.get(id);
  }

  /** The ids of the hooks in a class, by its internal name; null when there are none. */
  public int[] in(String className) {
    return endings[ending(className)] ? find(className) : null;
  }

  /** Whether there are hooks in a loaded class. */
  public boolean isIn(Class<?> type) {
    String name = type.getName();
    return endings[ending(name)] && find(name.replace('.', '/')) != null;
  }

  private int[] find(String className) {
    int[] alike = idsBySimpleName.get(simple(className));
    int[] found = NONE;
    for (int id : alike == null ? NONE : alike) {
      if (hooks.get(id).isInClass(className)) {
        found = with(found, id);
      }
    }
    if (learned.contains(className)) {
      for (int id : idsBySimpleName.get(Hook.DISCOVERED)) {
        found = with(found, id);
      }
    }
    return found.length == 0 ? null : found;
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('/') + 1);
  }

  private static int[] with(int[] ids, int id) {
    int[] more = new int[ids.length + 1];
    System.arraycopy(ids, 0, more, 0, ids.length);
    more[ids.length] = id;
    return more;
  }

  /** Mixes a few characters at and near the end; a name of less than eight is never listed. */
  private static int ending(String name) {
    int length = name.length();
    if (length < 8) {
      return 0;
    }
    int mix =
        name.charAt(length - 1) + 31 * letter(name, length - 5) + 517 * letter(name, length - 8);
    return mix & (1 << 12) - 1;
  }

  private static int letter(String name, int index) {
    char c = name.charAt(index);
    return c == '.' ? '/' : c;
  }
}
