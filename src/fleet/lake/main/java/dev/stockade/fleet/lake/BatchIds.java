package dev.stockade.fleet.lake;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Names of batches: a number, and what no other run has. Two that write at once want a manifest of
 * the same number, which can be made only once; but neither writes over the files of the other.
 * Used by one thread.
 */
public final class BatchIds {
  /** Digits of the number, which sort by time. */
  static final int DIGITS = 10;

  private final String run = String.format(Locale.ROOT, "%08x", new SecureRandom().nextInt());
  private long last;

  /**
   * @param before what is in the lake
   */
  public BatchIds(Catalog before) {
    Stream.of(before.manifests(), before.replaced())
        .flatMap(List::stream)
        .forEach(
            manifest ->
                last = Math.max(last, Long.parseLong(manifest.batch().substring(0, DIGITS))));
  }

  /** As in {@code 0000000042-1f2e3d4c}. */
  public String next() {
    return String.format(Locale.ROOT, "%0" + DIGITS + "d-%s", ++last, run);
  }
}
