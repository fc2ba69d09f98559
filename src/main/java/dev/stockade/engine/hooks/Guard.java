package dev.stockade.engine.hooks;

import dev.stockade.engine.health.InternalErrors;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HostStackTrace;
import dev.stockade.weave.Skip;
import java.util.function.BiFunction;

/**
 * Stands between one hook and the host: whatever fails in here, the host continues as if nothing
 * were woven. Only the deliberate block passes.
 *
 * <p>A hook that fails three times within a minute rests for a while: a broken hook must not cost
 * each connection an exception. What the host brought upon itself, such as a full stack or heap,
 * has a budget of its own, as the hook is sound when the host is again.
 */
final class Guard implements BiFunction<Object, Object[], Object> {
  static final int MAX_ERRORS = 3;
  static final int MAX_HOST_ERRORS = 100;
  static final long WINDOW_NANOS = 60_000_000_000L;
  private static final long MAX_REST_NANOS = 60 * WINDOW_NANOS;

  private final HookRows rows;
  private final int index;
  private final Hook hook;
  private final ThreadLocal<boolean[]> inside;
  private final InternalErrors ownErrors;
  private volatile boolean off;
  private long restsSince;
  private int errors;
  private int hostErrors;
  private long windowBegin;

  /** How long it rests the next time: doubled each time, up to a maximum of one hour. */
  long restNanos = WINDOW_NANOS;

  /**
   * @param inside shared by all guards: what a hook does must not trigger a hook
   */
  Guard(
      HookRows rows,
      int index,
      Hook hook,
      ThreadLocal<boolean[]> inside,
      InternalErrors ownErrors) {
    this.rows = rows;
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
    boolean[] entered = null;
    Object answer = value;
    try {
      if (off && !isRested()) {
        return value;
      }
      boolean[] mine = ofThisThread();
      if (mine[0]) {
        return value;
      }
      entered = mine;
      mine[0] = true;
      answer = Privileged.reached(rows, index, value, loads);
    } catch (BlockException block) {
      Guard.<RuntimeException>throwUnchecked(HostStackTrace.of(block.natural()));
    } catch (Throwable error) {
      count(error);
    } finally {
      // No call here: on a full stack it would fail, and this thread would be unwatched for good.
      if (entered != null) {
        entered[0] = false;
      }
    }
    if (answer != null && hook.skips()) {
      tellHost((Skip) answer);
    }
    return answer;
  }

  private boolean[] ofThisThread() {
    boolean[] mine = inside.get();
    if (mine == null) {
      mine = new boolean[1];
      inside.set(mine);
    }
    return mine;
  }

  private void tellHost(Skip skip) {
    try {
      skip.tellHost();
    } catch (Throwable error) {
      count(error);
    }
  }

  private void count(Throwable error) {
    try {
      failed(error);
    } catch (Throwable again) {
      // Out of memory or stack: being silent is all that is left.
    }
  }

  private synchronized void failed(Throwable error) {
    long now = System.nanoTime();
    if (errors + hostErrors == 0 || now - windowBegin > WINDOW_NANOS) {
      windowBegin = now;
      errors = 0;
      hostErrors = 0;
    }
    boolean hosts = InternalErrors.isOfTheHost(error);
    boolean rests = hosts ? ++hostErrors >= MAX_HOST_ERRORS : ++errors >= MAX_ERRORS;
    if (rests) {
      restsSince = now;
      off = true;
    }
    if (hosts) {
      ownErrors.ofTheHost(hook, error, rests);
    } else {
      ownErrors.inHook(hook, error, rests);
    }
  }

  private synchronized boolean isRested() {
    if (off && System.nanoTime() - restsSince >= restNanos) {
      restNanos = Math.min(2 * restNanos, MAX_REST_NANOS);
      errors = 0;
      hostErrors = 0;
      off = false;
      ownErrors.triedAgain(hook);
    }
    return !off;
  }

  /** Woven methods do not declare what they throw here; the JVM does not mind. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void throwUnchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
