package dev.stockade.cli.follow.tail;

import dev.stockade.cli.command.JsonView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How far the parts of all journals were read; one for each part that is there. */
public final class Places {
  /** A file that is just renamed may be missed by a look into its folder. */
  private static final long GONE = TimeUnit.SECONDS.toNanos(30);

  private final Map<String, Place> all = new LinkedHashMap<>();

  /** The place in a part; its start where it was never seen. */
  Place of(String journal, String mark, long now) {
    Place place = all.computeIfAbsent(journal + '\0' + mark, any -> new Place(journal, mark, 0));
    place.seen = now;
    return place;
  }

  /**
   * Forgets parts that are gone.
   *
   * @return bytes of them that were seen and never read
   */
  long forget(long now) {
    long lost = 0;
    for (Iterator<Place> places = all.values().iterator(); places.hasNext(); ) {
      Place place = places.next();
      if (now - place.seen > GONE) {
        places.remove();
        lost += Math.max(0, place.size - place.offset);
      }
    }
    return lost;
  }

  /** For the checkpoint. */
  public List<Map<String, Object>> members() {
    List<Map<String, Object>> members = new ArrayList<>();
    for (Place place : all.values()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("journal", place.journal);
      one.put("mark", place.mark);
      one.put("offset", place.offset);
      members.add(one);
    }
    return members;
  }

  /**
   * Takes the place from a checkpoint.
   *
   * @throws IllegalArgumentException when it is none
   */
  public void restore(JsonView place) {
    String journal = place.text("journal");
    String mark = place.text("mark");
    if (journal == null || mark == null) {
      throw new IllegalArgumentException("a place needs journal and mark");
    }
    Place next = new Place(journal, mark, place.whole("offset"));
    next.seen = System.nanoTime();
    all.put(journal + '\0' + mark, next);
  }
}
