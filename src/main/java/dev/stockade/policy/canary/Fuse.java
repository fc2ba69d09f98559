package dev.stockade.policy.canary;

import dev.stockade.base.DurationText;
import dev.stockade.base.MonotonicTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the destinations at which something was blocked lately. Many of them at once speak of a
 * policy that does not fit, not of a bad peer. Guarded by its owner.
 */
final class Fuse {
  /** The time of the last block, the oldest first. */
  private final Map<String, Long> blocked = new LinkedHashMap<>();

  /**
   * Why the fuse blows, or null.
   *
   * @param now from {@link MonotonicTime}: never less than before
   */
  String block(String destination, long now, CanarySettings settings) {
    if (settings.fuseDestinations() <= 0) {
      return null;
    }
    blocked.remove(destination);
    blocked.put(destination, now);
    Iterator<Long> times = blocked.values().iterator();
    while (now - times.next() >= settings.fuseWindowMillis() && blocked.size() > 1) {
      times.remove();
    }
    if (blocked.size() <= settings.fuseDestinations()) {
      return null;
    }
    return blocked.size()
        + " destinations had blocks within "
        + DurationText.of(settings.fuseWindowMillis())
        + ", the limit is "
        + settings.fuseDestinations();
  }
}
