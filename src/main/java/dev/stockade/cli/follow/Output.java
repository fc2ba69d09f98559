package dev.stockade.cli.follow;

import dev.stockade.cli.follow.tail.FollowedRecord;
import java.io.IOException;

/** One way on which records go out. */
interface Output {
  void take(FollowedRecord record) throws IOException;

  /** When it comes back, all that was taken is safe: the checkpoint may say so. */
  void flush() throws IOException;

  /** Whether nothing more may be taken now. */
  default boolean isFull() {
    return false;
  }
}
