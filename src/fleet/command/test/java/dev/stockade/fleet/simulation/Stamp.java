package dev.stockade.fleet.simulation;

import dev.stockade.base.IsoTime;
import java.nio.charset.StandardCharsets;

/** Writes times as records have them; of one day after the other only the time of day is made. */
final class Stamp {
  static final int LENGTH = 24;

  private final byte[] text = new byte[LENGTH];
  private long day = Long.MIN_VALUE;

  void put(long millis, byte[] to, int at) {
    long newDay = Math.floorDiv(millis, Scale.DAY);
    if (newDay != day) {
      System.arraycopy(IsoTime.of(millis).getBytes(StandardCharsets.US_ASCII), 0, text, 0, LENGTH);
      day = newDay;
    }
    int rest = (int) Math.floorMod(millis, Scale.DAY);
    digits(20, 3, rest % 1_000);
    digits(17, 2, rest / 1_000 % 60);
    digits(14, 2, rest / 60_000 % 60);
    digits(11, 2, rest / 3_600_000);
    System.arraycopy(text, 0, to, at, LENGTH);
  }

  private void digits(int at, int count, int value) {
    int rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
