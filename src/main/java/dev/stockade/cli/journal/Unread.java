package dev.stockade.cli.journal;

import dev.stockade.cli.command.YamlText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What of journals could not be read: counted in full, named as far as a person reads on. */
public final class Unread {
  private static final int MAX_PLACES = 20;
  private static final int MAX_LENGTH = 200;

  private final List<String> places = new ArrayList<>();
  private long lines;
  private long files;

  Unread() {}

  /**
   * @param places of the first of them, each a sentence
   */
  public Unread(long lines, long files, List<String> places) {
    this.lines = lines;
    this.files = files;
    places.forEach(this::place);
  }

  void line(String part, long number, String why) {
    lines++;
    place(part + ":" + number + ": not a whole record, skipped: " + YamlText.cut(why, MAX_LENGTH));
  }

  /** A file that was not read to its end. */
  void file(String sentence) {
    files++;
    place(sentence);
  }

  private void place(String sentence) {
    if (places.size() < MAX_PLACES) {
      places.add(sentence);
    }
  }

  /** Lines that are no records. */
  public long lines() {
    return lines;
  }

  /** Files that were not read to their end. */
  public long files() {
    return files;
  }

  /** The first of them, each a sentence with its place. */
  public List<String> places() {
    return Collections.unmodifiableList(places);
  }
}
