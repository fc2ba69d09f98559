package dev.stockade.engine.hooks;

import dev.stockade.weave.HookRows;
import java.security.AccessController;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;

/**
 * Runs a hook with the engine's own permissions. Under a SecurityManager (JDK 8 to 23) a hook runs
 * in the application's stack, whose code may not be allowed to reflect or open a file.
 */
@SuppressWarnings("removal")
final class Privileged {
  private Privileged() {}

  static Object reached(
      final HookRows rows, final int index, final Object value, final Object[] loads)
      throws Exception {
    if (System.getSecurityManager() == null) {
      return rows.reached(index, value, loads);
    }
    try {
      return AccessController.doPrivileged(
          new PrivilegedExceptionAction<Object>() {
            @Override
            public Object run() throws Exception {
              return rows.reached(index, value, loads);
            }
          });
    } catch (PrivilegedActionException e) {
      throw e.getException();
    }
  }
}
