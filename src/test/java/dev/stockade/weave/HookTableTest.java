package dev.stockade.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HookTableTest {
  private final HookTable table =
      new HookTable(
          List.of(
              Hook.enter("sun/net/www/http/HttpClient", "writeRequests", null),
              Hook.enter("apache/http/impl/Connection", "send", null).relocated(),
              Hook.enter("jdk/internal/net/http/qpack/Encoder", "encode", null)));

  @Test
  void anExactNameIsFoundNowhereElse() {
    assertThat(table.in("sun/net/www/http/HttpClient")).containsExactly(0);
    assertThat(table.in("shaded/sun/net/www/http/HttpClient")).isNull();
    assertThat(table.in("other/HttpClient")).isNull();
  }

  @Test
  void aCopyUnderAnotherPackageIsFoundByTheEndOfItsName() {
    assertThat(table.in("org/apache/http/impl/Connection")).containsExactly(1);
    assertThat(table.in("com/amazonaws/thirdparty/apache/http/impl/Connection")).containsExactly(1);
    assertThat(table.in("apache/http/impl/Connection")).containsExactly(1);
    assertThat(table.in("org/notapache/http/impl/Connection")).isNull();
    assertThat(table.in("org/apache/http/impl/nio/Connection")).isNull();
  }

  @Test
  void aLoadedClassIsFoundByItsNameWithDots() {
    HookTable loaded =
        new HookTable(
            List.of(
                Hook.enter("weave/HookTable", "in", null).relocated(),
                Hook.enter("java/util/HashMap", "get", null)));

    assertThat(loaded.isIn(HookTable.class)).isTrue();
    assertThat(loaded.isIn(java.util.HashMap.class)).isTrue();
    assertThat(loaded.isIn(HookTableTest.class)).isFalse();
    assertThat(loaded.isIn(int.class)).isFalse();
  }

  @Test
  void aClassThatWasLearnedOfHasTheHooksThatAreInNoOther() {
    HookTable learning =
        new HookTable(
            List.of(
                Hook.enter("com/example/Known", "begin", null),
                Hook.enter(Hook.DISCOVERED, "begin", null),
                Hook.exit(Hook.DISCOVERED, "begin", null)));
    assertThat(learning.in("com/example/tls/Unknown")).isNull();

    learning.learn("com/example/tls/Unknown");
    learning.learn("com/example/Known");

    assertThat(learning.in("com/example/tls/Unknown")).containsExactly(1, 2);
    assertThat(learning.in("com/example/Known")).containsExactly(0, 1, 2);
    assertThat(learning.in("com/example/tls/Another")).isNull();
    assertThat(learning.in(Hook.DISCOVERED)).isNull();
  }

  @Test
  void namesOfAnyLengthAreLookedUp() {
    assertThat(table.in("a")).isNull();
    assertThat(table.in("")).isNull();
    assertThat(table.in("a".repeat(300))).isNull();
  }
}
