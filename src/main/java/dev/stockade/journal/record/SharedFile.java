package dev.stockade.journal.record;

import java.io.File;
import java.io.IOException;
import java.util.Map;

/**
 * What the engines of one JVM know together of a journal's file. While one takes over from another
 * both write for a moment; whose turn it is holds the monitor of {@link #turn}. Each engine has
 * classes of its own, so the state is an array of JRE types.
 */
final class SharedFile {
  private static final String NAME = "journal ";
  private static final int LAST = 0;
  private static final int LENGTH = 1;
  private static final int ROTATIONS = 2;

  /** Its own monitor guards it. Held by writer threads alone, never by one of the host. */
  private final Object[] state;

  /**
   * @param shared by all journals of this JVM
   */
  SharedFile(File file, Map<String, Object> shared) {
    Object[] first = {null, 0L, 0L};
    Object before = shared.putIfAbsent(NAME + unique(file), first);
    boolean isKnown = before instanceof Object[] && ((Object[]) before).length > ROTATIONS;
    state = isKnown ? (Object[]) before : first;
  }

  /** Whoever makes a line and writes it holds this monitor from the one to the other. */
  Object turn() {
    return state;
  }

  /** The hash of the line that was written last; null before the first file was opened. */
  String last() {
    return (String) state[LAST];
  }

  void last(String hash) {
    state[LAST] = hash;
  }

  /** How long the file was when one of these engines looked or wrote last. */
  long length() {
    return (Long) state[LENGTH];
  }

  void length(long bytes) {
    state[LENGTH] = bytes;
  }

  /** How often it was put aside: another number is another file. */
  long rotations() {
    return (Long) state[ROTATIONS];
  }

  void rotated() {
    state[ROTATIONS] = rotations() + 1;
  }

  /** The same for each spelling of its path, and through links. */
  private static String unique(File file) {
    try {
      return file.getCanonicalPath();
    } catch (IOException | RuntimeException e) {
      return file.getPath();
    }
  }
}
