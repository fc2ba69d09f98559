package dev.stockade.cli.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a format has no place for: whole records, and members of records. */
public final class Losses {
  /** Names come from the journal, and a forged one could have any number. */
  private static final int MAX = 100;

  private final Map<String, Long> records = new TreeMap<>();
  private final Map<String, Long> members = new TreeMap<>();

  /** Counts a record; gives null, as the line that it does not have. */
  String record(String what) {
    count(records, what);
    return null;
  }

  void member(String name) {
    count(members, name);
  }

  /** By what they are. */
  public Map<String, Long> records() {
    return records;
  }

  /** By their names, each how often. */
  public Map<String, Long> members() {
    return members;
  }

  /** Whole records. */
  public long total() {
    long total = 0;
    for (long one : records.values()) {
      total += one;
    }
    return total;
  }

  /** For people; none where nothing was lost. */
  public List<String> sentences(String format) {
    List<String> sentences = new ArrayList<>();
    if (!records.isEmpty()) {
      long total = total();
      String who = total == 1 ? "1 record is" : total + " records are";
      sentences.add(who + " left out, as " + format + " has no place for them: " + list(records));
    }
    if (!members.isEmpty()) {
      sentences.add("members left out, as " + format + " has no place for them: " + list(members));
    }
    return sentences;
  }

  private static String list(Map<String, Long> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((what, count) -> parts.add(what + " " + count));
    return String.join(", ", parts);
  }

  private static void count(Map<String, Long> counts, String what) {
    String name = counts.size() < MAX || counts.containsKey(what) ? what : "others";
    counts.merge(name, 1L, Long::sum);
  }
}
