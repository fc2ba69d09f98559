package dev.stockade.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManySourcesTest {
  private static final int MANY = 300;

  /** A library of two handlers, of which the second has two rows of one id. */
  private record Source(int library) implements HookSource {
    @Override
    public void addTo(HookRows rows) {
      Hook hook = Hook.enter("java/lang/Object", "wait", null);
      rows.add(7, 1, hook);
      rows.add(9, 2, hook, hook);
      rows.add(7, 3, hook);
    }

    @Override
    public HookHandler handler(int number) {
      return (id, value, loads) -> library + "/" + number + "/" + id;
    }
  }

  @Test
  void anyNumberOfRowsIsLedToTheirHandlers() throws Exception {
    HookRows rows = new HookRows(null);
    for (int library = 0; library < MANY; library++) {
      rows.add(new Source(library));
    }

    assertThat(rows.hooks()).hasSize(4 * MANY);
    assertThat(rows.reached(0, null, null)).isEqualTo("0/7/1");
    assertThat(rows.reached(2, null, null)).isEqualTo("0/9/2");
    assertThat(rows.reached(3, null, null)).isEqualTo("0/7/3");
    assertThat(rows.reached(4 * MANY - 2, null, null)).isEqualTo("299/9/2");
  }

  @Test
  void aHandlerIsMadeOnceForAllItsRows() throws Exception {
    int[] made = {0};
    HookRows rows = new HookRows(null);
    rows.add(
        new HookSource() {
          @Override
          public void addTo(HookRows to) {
            to.add(0, 0, Hook.enter("a/B", "c", null), Hook.enter("a/B", "d", null));
          }

          @Override
          public HookHandler handler(int number) {
            made[0]++;
            return (id, value, loads) -> value;
          }
        });

    assertThat(rows.reached(0, "x", null)).isEqualTo("x");
    assertThat(rows.reached(1, "y", null)).isEqualTo("y");
    assertThat(made[0]).isEqualTo(1);
  }
}
