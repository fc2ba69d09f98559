package dev.stockade.journal;

/**
 * One use that is made of a process's events: records, a summary, lines for a person. All calls
 * come from the writer thread. What waits for slow output stands last, and is closed first.
 */
public interface EventSink {
  void take(Event event);

  /**
   * As if the event came as many times more.
   *
   * @param first when the first of them came, in milliseconds since the epoch
   * @param last when the last of them came
   */
  void again(Event event, long count, long first, long last);

  /** Called about every second while this is not idle, and once a minute otherwise. */
  default void tick() {}

  /** Whether nothing will happen here until the next event. */
  default boolean isIdle() {
    return true;
  }

  /** A table for a person of what was seen so far; empty where there is none. */
  default String table() {
    return "";
  }

  /** The last call: writes what is left. */
  void close();
}
