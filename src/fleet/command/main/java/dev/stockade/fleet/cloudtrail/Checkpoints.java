package dev.stockade.fleet.cloudtrail;

import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.SourceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far each folder of a trail was read. Names hold the minute of delivery, and files of one
 * minute come in no order, so what was delivered shortly before the last one is read again; the
 * lake knows its events by their ids.
 */
final class Checkpoints {
  /** Minutes. CloudTrail delivers within about 5, seldom in 15. */
  private static final int AGAIN = 30;

  /** Before the name of a source in a manifest: no journal's begins so. */
  private static final String TRAIL = "cloudtrail:";

  private final String place;
  private final Map<String, String> last = new HashMap<>();
  private final Map<String, String> changed = new HashMap<>();

  /**
   * @param place where the trail lies
   */
  Checkpoints(String place, Catalog catalog) {
    this.place = TRAIL + place + "/";
    for (SourceState source : catalog.sources().values()) {
      if (source.name().startsWith(this.place)) {
        int end = Math.max(this.place.length(), source.name().lastIndexOf('/') + 1);
        put(last, source.name().substring(this.place.length(), end), source.name().substring(end));
      }
    }
  }

  boolean isRead(TrailFile file) {
    String read = last.get(file.folder());
    if (read == null || file.name().compareTo(read) > 0) {
      return false;
    }
    return file.minute() < TrailFile.minuteOf(read) - AGAIN;
  }

  void read(TrailFile file) {
    put(last, file.folder(), file.name());
    put(changed, file.folder(), last.get(file.folder()));
  }

  private static void put(Map<String, String> map, String folder, String name) {
    map.merge(folder, name, (old, now) -> old.compareTo(now) > 0 ? old : now);
  }

  /** What changed since the last call, for a manifest: the name is all there is to know. */
  List<SourceState> changes() {
    List<SourceState> states = new ArrayList<>();
    changed.forEach(
        (folder, name) ->
            states.add(new SourceState(place + folder + name, 0, 0, "", 0, 0, 0, "", Map.of())));
    changed.clear();
    return states;
  }
}
