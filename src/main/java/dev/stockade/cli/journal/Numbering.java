package dev.stockade.cli.journal;

import dev.stockade.journal.record.RecordFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers that records of a journal have, in {@code seq}: each engine counts from 1 without
 * gaps. A process may have several engines, one after the other and for a moment two at once, and a
 * journal may have several processes.
 */
final class Numbering {
  /** A forged journal could name any number. */
  private static final int MAX = 1000;

  private static final String STOPPED = "stopped";

  /** By process, the numbers that may come next. */
  private final Map<String, List<Long>> next = new LinkedHashMap<>();

  /**
   * Takes the next record.
   *
   * @param begun whether what was written before the first record of a process may not be here
   * @return what is wrong with its number, in a sentence without its start; null for nothing, also
   *     where it has none
   */
  String take(Map<String, Object> record, boolean begun) {
    Object number = record.get(RecordFields.SEQ);
    if (!(number instanceof Number)) {
      return null;
    }
    long seq = ((Number) number).longValue();
    String process = process(record);
    List<Long> expected = next.get(process);
    boolean first = expected == null;
    if (first) {
      expected = new ArrayList<>();
      if (next.size() < MAX) {
        next.put(process, expected);
      }
    }
    boolean follows = expected.remove((Long) seq) || seq == 1 || (first && begun);
    if (!STOPPED.equals(record.get(RecordFields.REASON)) && expected.size() < MAX) {
      expected.add(seq + 1);
    }
    return follows || next.size() >= MAX
        ? null
        : "this is record "
            + seq
            + " of its process, and no record "
            + (seq - 1)
            + " is before it: records are missing there";
  }

  /** Builds before 0.1.0 gave it no name, so its id stands for it. */
  private static String process(Map<String, Object> record) {
    Object named = record.get(RecordFields.PROCESS);
    return named != null
        ? String.valueOf(named)
        : record.get(RecordFields.INSTANCE) + " " + record.get(RecordFields.PID);
  }
}
