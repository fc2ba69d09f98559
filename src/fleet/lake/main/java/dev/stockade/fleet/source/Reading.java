package dev.stockade.fleet.source;

import dev.stockade.fleet.lake.SourceState;
import dev.stockade.fleet.record.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How far one file is read in this run. Used by the thread that reads. */
public final class Reading {
  private final Source source;
  private final String host;
  private final byte[] head;
  private final Runs runs;
  private long offset;
  private long lastLine;
  private String tail;

  /** Of what was handed out; the next line has the next number. */
  private long lines;

  private boolean isTorn;

  /**
   * @param known what was read before; null for nothing
   */
  public Reading(Source source, String host, byte[] head, SourceState known, Runs runs) {
    this.source = source;
    this.host = host;
    this.head = head;
    this.runs = runs;
    if (known != null) {
      offset = known.offset();
      lastLine = known.lastLine();
      tail = known.tail();
      lines = known.lines();
      runs.learn(known.runs());
    }
  }

  /** By process, when the first record of each run was written, as far as a journal tells. */
  public static final class Runs {
    /** A journal could name any number of processes. */
    private static final int MAX = 100;

    private final Map<String, Long> since =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX;
          }
        };

    void learn(Map<String, Long> known) {
      known.forEach(since::putIfAbsent);
    }

    /** Tells a row when its run began. */
    public void tell(Row row) {
      if (row.seq() == 1) {
        since.put(row.run(), row.time());
      }
      Long begin = since.get(row.run());
      if (begin != null) {
        row.runsSince(begin);
      }
    }
  }

  public Source source() {
    return source;
  }

  /** What stands before its instances; null for nothing. */
  public String host() {
    return host;
  }

  public Runs runs() {
    return runs;
  }

  public long offset() {
    return offset;
  }

  /** A block was read: where the file goes on. */
  public void read(LineBlock block) {
    int last = block.isTooLong() ? block.length() : block.lastLine();
    tail = Sha.of(block.bytes(), last, block.length());
    lastLine = offset + (block.isTooLong() ? block.size() : last);
    offset += block.size();
  }

  /** The number of the line before those of a block, whose lines are counted now. */
  public long take(ParsedBlock block) {
    long before = lines;
    lines += block.lines;
    return before;
  }

  /** It could not be read to its end, and is tried again the next time. */
  public void torn() {
    isTorn = true;
  }

  /** For the manifest; null before anything of it is read. */
  public SourceState state() {
    if (tail == null) {
      return null;
    }
    int headLength = (int) Math.min(head.length, offset);
    return new SourceState(
        source.name(),
        isTorn ? 0 : source.size(),
        headLength,
        Sha.of(head, 0, headLength),
        offset,
        lines,
        lastLine,
        tail,
        new TreeMap<>(runs.since));
  }
}
