package dev.stockade.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.enforce.Enforcement;
import dev.stockade.journal.Journal;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each id that a handler knows has a row, each row a handler that knows its id. */
class IdsTest {
  @Test
  void rowsAndHandlersKnowTheSameIds() throws Exception {
    HookRows rows = new HookRows(null);
    new LibraryCatalog(new Enforcement(null, new Journal(null), rows, null)).addAll(rows);
    List<HookSource> libraries = rows.libraries();
    int[] makers = (int[]) inside(rows, "makers");
    int[] numbers = (int[]) inside(rows, "numbers");
    int handlers = (int) inside(rows, "handlers");
    assertThat(handlers).isGreaterThan(20);
    for (int slot = 0; slot < handlers; slot++) {
      HookHandler handler = libraries.get(makers[slot]).handler(numbers[slot]);
      assertThat(used(rows, slot))
          .describedAs("%s", handler.getClass())
          .isEqualTo(known(handler.getClass()));
    }
  }

  private static Set<Integer> used(HookRows rows, int slot) throws Exception {
    int[] slots = (int[]) inside(rows, "slots");
    int[] ids = (int[]) inside(rows, "ids");
    Set<Integer> used = new LinkedHashSet<>();
    for (int row = 0; row < rows.hooks().size(); row++) {
      if (slots[row] == slot) {
        used.add(ids[row]);
      }
    }
    return used;
  }

  private static Object inside(HookRows rows, String name) throws Exception {
    Field field = HookRows.class.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(rows);
  }

  /** A handler of one meaning has no ids, and its rows have 0. */
  private static Set<Integer> known(Class<?> handler) throws IllegalAccessException {
    Set<Integer> ids = new LinkedHashSet<>();
    for (Field field : handler.getDeclaredFields()) {
      boolean isId =
          field.getType() == int.class
              && Modifier.isStatic(field.getModifiers())
              && Modifier.isFinal(field.getModifiers())
              && !Modifier.isPrivate(field.getModifiers());
      if (isId) {
        field.setAccessible(true);
        assertThat(ids.add(field.getInt(null))).describedAs("%s", field).isTrue();
      }
    }
    return ids.isEmpty() ? Set.of(0) : ids;
  }
}
