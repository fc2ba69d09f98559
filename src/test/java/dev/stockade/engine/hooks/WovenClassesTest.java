package dev.stockade.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.weave.Hook;
import dev.stockade.weave.HookTable;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.security.Security;
import java.util.List;
import org.junit.jupiter.api.Test;

class WovenClassesTest {
  private final HookTable table =
      new HookTable(List.of(Hook.enter("java/security/Security", "setProperty", null)));
  private final WovenClasses woven = new WovenClasses(table);
  private Class<?>[] loaded = {String.class};
  private int scans;

  private final Instrumentation jvm =
      (Instrumentation)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Instrumentation.class},
              (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("getAllLoadedClasses");
                scans++;
                return loaded;
              });

  @Test
  void aClassThatIsRedefinedIsThere() {
    woven.add(null, "java/security/Security", Security.class);

    assertThat(woven.loaded(jvm)).containsExactly(Security.class);
    assertThat(scans).isZero();
  }

  @Test
  void aClassThatIsBeingLoadedIsFoundWhenItIsThere() {
    woven.add(null, "java/security/Security", null);
    assertThat(woven.loaded(jvm)).isEmpty();
    loaded = new Class<?>[] {String.class, Security.class};

    assertThat(woven.loaded(jvm)).containsExactly(Security.class);
    assertThat(woven.loaded(jvm)).hasSize(1);
    assertThat(scans).isEqualTo(2);
  }

  @Test
  void aClassOfThatNameInAnotherLoaderIsAnotherOne() {
    woven.add(getClass().getClassLoader(), "java/security/Security", null);
    loaded = new Class<?>[] {Security.class};

    assertThat(woven.loaded(jvm)).isEmpty();
  }
}
