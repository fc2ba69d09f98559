package dev.stockade.journal.record;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;

/** The part of a line that a full disk let through. */
final class TornLine {
  private TornLine() {}

  /**
   * Takes it back where the file ends with it. Where another process wrote behind it, it stays; at
   * the end of the file it is at least ended, so that the next line is whole. Nobody can lock out
   * other processes, so a moment remains between the last look and the change.
   *
   * @param line the whole of it
   * @param before how long the file was before the attempt to write it
   */
  static void takeBack(File file, byte[] line, long before) throws IOException {
    if (!file.isFile()) {
      return; // Moved away: to open it would make a new one.
    }
    try (RandomAccessFile written = new RandomAccessFile(file, "rw")) {
      long length = written.length();
      byte[] end = end(written, length, before, line.length);
      int begin = lastLine(end);
      int torn = end.length - begin;
      if (torn == 0) {
        return;
      }
      boolean isWholeTail = begin > 0 || length - end.length == before;
      if (isWholeTail && isBegin(end, begin, line)) {
        if (written.length() == length) {
          written.setLength(length - torn);
        }
        return;
      }
    }
    if (!file.isFile()) {
      return;
    }
    try (FileOutputStream out = new FileOutputStream(file, true)) {
      out.write('\n');
    }
  }

  /** What was written since, a line's length at most. */
  private static byte[] end(RandomAccessFile file, long length, long before, int most)
      throws IOException {
    byte[] end = new byte[(int) Math.max(0, Math.min(length - before, most))];
    file.seek(length - end.length);
    file.readFully(end);
    return end;
  }

  /** Where it begins, behind the last line feed. */
  private static int lastLine(byte[] end) {
    int begin = end.length;
    while (begin > 0 && end[begin - 1] != '\n') {
      begin--;
    }
    return begin;
  }

  private static boolean isBegin(byte[] end, int from, byte[] line) {
    for (int i = from; i < end.length; i++) {
      if (end[i] != line[i - from]) {
        return false;
      }
    }
    return true;
  }
}
