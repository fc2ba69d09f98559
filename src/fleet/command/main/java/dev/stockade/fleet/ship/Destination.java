package dev.stockade.fleet.ship;

import dev.stockade.fleet.storage.StorageFailure;
import java.io.IOException;
import java.util.function.LongConsumer;

/** Where segments go. Used by one thread. */
interface Destination extends AutoCloseable {
  /** As it was asked for. */
  String name();

  /** Packed bytes at which a segment is whole. */
  long packed();

  /** Bytes of lines that are read at once, and at which a segment is whole at the latest. */
  int round();

  /** How long lines wait for others, where nobody said, in milliseconds. */
  long patience();

  /**
   * Sends a segment. When that fails in the middle, the next call goes on as far as it can.
   *
   * @param refused gets numbers of records that were refused for good
   * @return how many records were sent by how many calls
   * @throws StorageFailure when it has to be sent again
   * @throws IOException when the segment cannot be read
   */
  Sent send(Segment segment, LongConsumer refused) throws IOException, InterruptedException;

  @Override
  void close();

  /** What went well. */
  record Sent(long records, long calls) {}
}
