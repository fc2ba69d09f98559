package dev.stockade.cli.follow.tail;

import java.nio.file.Path;

/** Takes the lines that are new. */
public interface LineTaker {
  /**
   * @param line its bytes, as they are in the file, without its end; null where it is too long to
   *     be held
   * @param at where it ends in the file, in bytes
   * @return whether more may come before the next time
   */
  boolean take(Path part, long at, byte[] line);
}
