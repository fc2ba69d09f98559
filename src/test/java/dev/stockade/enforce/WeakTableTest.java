package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WeakTableTest {
  private final Object[] parts = WeakTable.parts();
  private final WeakTable<String> table = new WeakTable<>(parts);

  @Test
  void holdsWhatIsKnownOfAnObject() {
    Object key = new Object();
    assertThat(table.get(key)).isNull();
    assertThat(table.put(key, "first")).isNull();
    assertThat(table.put(key, "second")).isEqualTo("first");
    assertThat(table.get(key)).isEqualTo("second");
    assertThat(table.get(new Object())).isNull();
    assertThat(table.key(one -> one == key)).isSameAs(key);
    assertThat(table.remove(key)).isEqualTo("second");
    assertThat(table.key(one -> true)).isNull();
  }

  @Test
  void keepsNoObjectInMemory() throws Exception {
    WeakReference<Object> gone = new WeakReference<>(new Object());
    table.put(gone.get(), "known");
    while (gone.get() != null) {
      System.gc();
      Thread.sleep(1);
    }
    assertThat(table.key(one -> true)).isNull();
  }

  /** One lock for all would have the other thread wait. */
  @Test
  void whoeverIsInAnotherPartNeedNotWait() throws Exception {
    List<Object> others = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      others.add(new Object());
    }
    others.forEach(other -> table.put(other, "known"));
    Object held = parts[0];
    int inPart = ((Map<?, ?>) held).size();
    assertThat(inPart).isBetween(1, 999);
    others.removeIf(((Map<?, ?>) held)::containsKey);

    synchronized (held) {
      CompletableFuture<Void> work =
          CompletableFuture.runAsync(
              () -> others.forEach(other -> assertThat(table.remove(other)).isEqualTo("known")));
      work.get(30, TimeUnit.SECONDS);
    }
    assertThat(others).hasSize(1_000 - inPart);
  }

  /** An older engine had a single map for all engines, and one for all sockets. */
  @Test
  void continuesWithTheMapOfAnOlderEngine() {
    Object engine = new Object();
    Map<Object, Object> older = Collections.synchronizedMap(new WeakHashMap<>());
    older.put(engine, "known");

    Map<String, Object> all = Connections.after(Map.of("engines", older));
    assertThat(Connections.engines(all).get(engine)).isEqualTo("known");
    assertThat(Connections.sockets(all).get(engine)).isNull();
    Connections.engines(all).put(parts, "new");
    assertThat(older).containsEntry(parts, "new");
    assertThat(Connections.engines(Connections.after(all)).get(parts)).isEqualTo("new");
  }
}
