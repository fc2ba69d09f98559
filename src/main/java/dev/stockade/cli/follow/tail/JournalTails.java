package dev.stockade.cli.follow.tail;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.journal.JournalParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what is new in journals since it looked last. A part is known by its first line, so that it
 * does not matter how rotation calls it, whether it is packed, or what the file system makes of
 * inodes; one that starts anew under its old name is read from the start.
 */
public final class JournalTails {
  private final List<String> words;
  private final Places places;
  private final Consumer<String> remarks;

  /** Size, time and identity of files that were read to their end. */
  private final Map<Path, Look> read = new HashMap<>();

  private boolean looked;
  private long lost;

  /**
   * @param words files, folders, and names with wildcards, also of what will be there later
   * @param remarks take a sentence on what went wrong
   */
  public JournalTails(List<String> words, Places places, Consumer<String> remarks) {
    this.words = words;
    this.places = places;
    this.remarks = remarks;
  }

  /** Bytes that were removed before they were read. */
  public long lost() {
    return lost;
  }

  /**
   * Hands out new lines, of each journal the oldest first, until the taker has enough.
   *
   * @return whether there may be more
   * @throws CommandFailure when the words are wrong, the first time
   */
  public boolean poll(LineTaker taker) {
    long now = System.nanoTime();
    Map<String, List<Path>> journals = look();
    if (journals == null) {
      return false;
    }
    Set<Path> there = new HashSet<>();
    for (Map.Entry<String, List<Path>> journal : journals.entrySet()) {
      String name = Paths.get(journal.getKey()).toAbsolutePath().normalize().toString();
      for (Path part : journal.getValue()) {
        there.add(part);
        if (!read(name, part, taker, now)) {
          return true;
        }
      }
    }
    read.keySet().retainAll(there);
    lost += places.forget(now);
    return false;
  }

  /** Null where it is not known now what is there. */
  private Map<String, List<Path>> look() {
    try {
      Map<String, List<Path>> journals = JournalParts.of(words, true).journals();
      looked = true;
      return journals;
    } catch (CommandFailure e) {
      if (!looked) {
        throw e;
      }
      remarks.accept(e.getMessage());
      return null;
    }
  }

  /** False when the taker has enough. */
  private boolean read(String journal, Path part, LineTaker taker, long now) {
    try {
      Look look = Look.at(part);
      Look before = read.get(part);
      if (look.equals(before)) {
        if (before.place != null) {
          before.place.seen = now;
        }
        return true;
      }
      try (PartLines lines = PartLines.open(part)) {
        String mark = lines.mark();
        if (mark == null) {
          return true;
        }
        look.place = places.of(journal, mark, now);
        look.place.size = part.toString().endsWith(".gz") ? 0 : look.size;
        if (!lines.skipTo(look.place.offset)) {
          remarks.accept(part + ": shorter than it was, read again from its start");
          look.place.offset = 0;
          return true;
        }
        if (!handOut(lines, look.place, part, taker)) {
          return false;
        }
      }
      read.put(part, look);
    } catch (NoSuchFileException e) {
      // Renamed between the look into its folder and this one: found the next time.
    } catch (IOException e) {
      remarks.accept(part + ": cannot be read: " + e.getMessage());
    }
    return true;
  }

  private static boolean handOut(PartLines lines, Place place, Path part, LineTaker taker)
      throws IOException {
    while (lines.next()) {
      boolean more = taker.take(part, lines.position(), lines.isTooLong() ? null : lines.bytes());
      place.offset = lines.position();
      if (!more) {
        return false;
      }
    }
    return true;
  }

  /** What a file looked like before it was read. */
  private static final class Look {
    private final long size;
    private final long time;
    private final Object key;
    private Place place;

    private Look(BasicFileAttributes attributes) {
      size = attributes.size();
      time = attributes.lastModifiedTime().toMillis();
      key = attributes.fileKey();
    }

    static Look at(Path file) throws IOException {
      return new Look(Files.readAttributes(file, BasicFileAttributes.class));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Look
          && ((Look) other).size == size
          && ((Look) other).time == time
          && String.valueOf(((Look) other).key).equals(String.valueOf(key));
    }

    @Override
    public int hashCode() {
      return Long.hashCode(size ^ time);
    }
  }
}
