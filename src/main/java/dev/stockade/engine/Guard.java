package dev.stockade.engine;

import dev.stockade.weave.Block;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookFamily;
import dev.stockade.weave.HostTrace;
import dev.stockade.weave.Skip;
import java.util.function.BiFunction;

/**
 * Stands between one hook and the host: whatever goes wrong in here, the host goes on as if nothing
 * were woven. Only the deliberate block passes.
 *
 * <p>A hook that fails three times within a minute is switched off for good: a broken hook must not
 * cost each connection an exception.
 */
final class Guard implements BiFunction<Object, Object[], Object> {
  static final int MOST_ERRORS = 3;
  static final long WINDOW_NANOS = 60_000_000_000L;

  private final HookFamily family;
  private final int index;
  private final Hook hook;
  private final ThreadLocal<Boolean> inside;
  private final OwnErrors ownErrors;
  private volatile boolean off;
  private int errors;
  private long windowBegin;

  /**
   * @param inside shared by all guards: what a hook does must not trigger a hook
   */
  Guard(HookFamily family, int index, Hook hook, ThreadLocal<Boolean> inside, OwnErrors ownErrors) {
    this.family = family;
    this.index = index;
    this.hook = hook;
    this.inside = inside;
    this.ownErrors = ownErrors;
  }

  boolean isOff() {
    return off;
  }

  @Override
  public Object apply(Object value, Object[] loads) {
    if (off || Boolean.TRUE.equals(inside.get())) {
      return value;
    }
    Object answer = value;
    inside.set(Boolean.TRUE);
    try {
      answer = Privileged.reached(family, index, value, loads);
    } catch (Block block) {
      Guard.<RuntimeException>throwUnchecked(HostTrace.of(block.natural()));
    } catch (Throwable error) {
      failed(error);
    } finally {
      inside.set(Boolean.FALSE);
    }
    if (answer != null && hook.skips()) {
      tellHost((Skip) answer);
    }
    return answer;
  }

  private void tellHost(Skip skip) {
    try {
      skip.tellHost();
    } catch (Throwable error) {
      failed(error);
    }
  }

  private synchronized void failed(Throwable error) {
    try {
      long now = System.nanoTime();
      if (errors == 0 || now - windowBegin > WINDOW_NANOS) {
        windowBegin = now;
        errors = 0;
      }
      errors++;
      off = errors >= MOST_ERRORS;
      ownErrors.inHook(hook, error, off);
    } catch (Throwable again) {
      // Out of memory or stack: being silent is all that is left.
      off = true;
    }
  }

  /** Woven methods do not declare what they throw here; the JVM does not mind. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void throwUnchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
