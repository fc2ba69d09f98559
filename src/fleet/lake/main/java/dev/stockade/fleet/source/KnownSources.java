package dev.stockade.fleet.source;

import dev.stockade.fleet.lake.SourceState;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far files were read before. A file is known by its first bytes and the last line that was
 * read, not by its name: rotation gives it others. One that was cut to nothing and begun anew
 * (copytruncate) is another file under the same name.
 */
public final class KnownSources {
  private final Map<String, SourceState> byName;

  /** By the number of first bytes and their hash. */
  private final TreeMap<Integer, Map<String, SourceState>> byHead = new TreeMap<>();

  public KnownSources(Map<String, SourceState> states) {
    byName = states;
    for (SourceState state : byName.values()) {
      byHead.computeIfAbsent(state.headLength(), any -> new HashMap<>()).put(state.head(), state);
    }
  }

  /** Whether nothing of it can be new, which need not be looked for in the file. */
  public boolean isRead(Source source) {
    SourceState state = byName.get(source.name());
    return state != null && source.isFixed() && state.size() == source.size();
  }

  /** What is known of a file, whatever it was called; null for nothing. */
  public SourceState find(Source source) throws IOException {
    byte[] head = head(source);
    SourceState named = byName.get(source.name());
    if (named != null && isSame(source, named, head)) {
      return named;
    }
    for (int length : byHead.headMap(head.length, true).descendingKeySet()) {
      SourceState state = byHead.get(length).get(Sha.of(head, 0, length));
      if (state != null && isSame(source, state, head)) {
        return state;
      }
    }
    return null;
  }

  private static boolean isSame(Source source, SourceState state, byte[] head) throws IOException {
    boolean fits =
        state.headLength() <= head.length
            && Sha.of(head, 0, state.headLength()).equals(state.head())
            && (source.isPacked() || state.offset() <= source.size());
    if (!fits) {
      return false;
    }
    int length = (int) (state.offset() - state.lastLine());
    try (InputStream in = source.open(state.lastLine())) {
      byte[] line = in.readNBytes(length);
      return line.length == length && Sha.of(line, 0, length).equals(state.tail());
    } catch (EOFException e) {
      return false; // Packed, and shorter than what was read.
    }
  }

  /** The first bytes of a file, at most {@link SourceState#HEAD}. */
  public static byte[] head(Source source) throws IOException {
    try (InputStream in = source.open(0)) {
      return in.readNBytes(SourceState.HEAD);
    }
  }
}
