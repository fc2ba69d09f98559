package dev.stockade.journal.record;

import java.io.File;

/** The older parts of a journal: {@code path.1} is the newest of them. */
final class RotatedFiles {
  private RotatedFiles() {}

  /**
   * Moves each part one number up and the file itself to {@code path.1}. What the file system
   * refuses stays as it is.
   *
   * @param keep files that may exist in all, the one still to be written among them
   */
  static void putAside(File file, int keep) {
    if (keep <= 1) {
      file.delete();
      return;
    }
    part(file, keep - 1).delete();
    for (int i = keep - 2; i >= 1; i--) {
      part(file, i).renameTo(part(file, i + 1));
    }
    file.renameTo(part(file, 1));
  }

  private static File part(File file, int number) {
    return new File(file.getPath() + "." + number);
  }
}
