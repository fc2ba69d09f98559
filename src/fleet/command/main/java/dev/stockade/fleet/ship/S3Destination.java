package dev.stockade.fleet.ship;

import dev.stockade.fleet.storage.Storage;
import java.util.function.LongConsumer;

/**
 * A segment is an object: {@code journals/hour=2026112313/<name of its content>.ndjson.gz}. It is
 * made only where there is none, so that nothing is there twice, whatever answer was lost.
 */
final class S3Destination implements Destination {
  private static final long PACKED = 12L << 20;
  private static final int ROUND = 4 << 20;
  private static final long WAIT = 300_000;

  private final Storage storage;

  S3Destination(Storage storage) {
    this.storage = storage;
  }

  @Override
  public String name() {
    return storage.name();
  }

  @Override
  public long packed() {
    return PACKED;
  }

  @Override
  public int round() {
    return ROUND;
  }

  @Override
  public long patience() {
    return WAIT;
  }

  @Override
  public Sent send(Segment segment, LongConsumer refused) {
    storage.create(key(segment), segment.file);
    return new Sent(segment.records, 1);
  }

  static String key(Segment segment) {
    return "journals/hour=" + segment.hour + "/" + segment.name + ".ndjson.gz";
  }

  @Override
  public void close() {
    storage.close();
  }
}
