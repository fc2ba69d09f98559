package dev.stockade.gate;

import java.util.function.BiFunction;

/**
 * The class that woven code calls. Packed as {@code java.lang.StockadeGate}, so that every class of
 * every loader sees it without a module edge or a boot class path entry.
 *
 * <p>Woven code stays in the host's classes when the engine leaves, so without targets this does
 * nothing. Setting the field is how an engine starts, hands over and ends: one write.
 */
public final class StockadeGate {
  /**
   * Incremented when the meaning of {@link #call} changes; an engine leaves a gate it does not
   * know.
   */
  public static final int PROTOCOL = 1;

  /** One function a hook, by hook index: (value, arguments) to value. Null while no engine runs. */
  public static volatile BiFunction<Object, Object[], Object>[] targets;

  private StockadeGate() {}

  /**
   * Notifies the engine that a hook was reached.
   *
   * @param value what the host is about to use here (an argument or a return value), or null
   * @param id the hook's index
   * @param arguments what the hook asked for, or null
   * @return what the host is to use instead; {@code value} itself when there is nothing to change
   */
  public static Object call(Object value, int id, Object[] arguments) {
    BiFunction<Object, Object[], Object>[] now = targets;
    if (now == null || id >= now.length) {
      return value;
    }
    return now[id].apply(value, arguments);
  }
}
