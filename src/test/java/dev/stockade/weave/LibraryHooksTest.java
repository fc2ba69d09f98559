package dev.stockade.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryHooksTest {
  private static final int MANY = 300;

  /** Libraries of one hook and of two, in turn. */
  private static final class Many extends LibraryHooks {
    Many() {
      super(MANY, null);
    }

    @Override
    public List<Hook> hooks() {
      List<Hook> all = new ArrayList<>();
      Hook hook = Hook.enter("java/lang/Object", "wait", null);
      for (int library = 0; library < MANY; library++) {
        add(all, library, library % 2 == 0 ? new Hook[] {hook} : new Hook[] {hook, hook});
      }
      return all;
    }

    @Override
    protected Library create(int library) {
      return (place, value, loads) -> library + "/" + place;
    }
  }

  @Test
  void anyNumberOfHooksIsLedToTheirLibraries() throws Exception {
    Many many = new Many();
    assertThat(many.hooks()).hasSize(MANY * 3 / 2);
    assertThat(many.reached(0, null, null)).isEqualTo("0/0");
    assertThat(many.reached(2, null, null)).isEqualTo("1/1");
    assertThat(many.reached(MANY * 3 / 2 - 1, null, null)).isEqualTo("299/1");
  }
}
