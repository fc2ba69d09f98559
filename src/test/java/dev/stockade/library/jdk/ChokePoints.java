package dev.stockade.library.jdk;

import dev.stockade.weave.Hook;
import dev.stockade.weave.HookRows;
import java.util.List;

/** The hooks in JSSE that every JDK has. */
public final class ChokePoints {
  private ChokePoints() {}

  public static List<Hook> all() {
    HookRows rows = new HookRows(null);
    rows.add(new JdkHooks(null));
    return rows.hooks(0, JdkHooks.SUN_JSSE).stream().filter(hook -> !hook.isOptional()).toList();
  }
}
