package dev.stockade.fleet.cloudtrail;

import dev.stockade.fleet.storage.StoredFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log file of CloudTrail's, told by its name from the digests and insights that lie beside it
 * (AWS CloudTrail User Guide, "CloudTrail log file names").
 *
 * @param key below the storage
 * @param folder the part of the key before the name: one account, region and day of delivery
 * @param name sorts by the minute of delivery; behind that by chance
 * @param minute of delivery, in its day
 * @param size bytes
 */
record TrailFile(String key, String folder, String name, int minute, long size) {
  private static final Pattern NAME =
      Pattern.compile(
          "[0-9]{12}_CloudTrail_[a-z0-9-]{1,30}_[0-9]{8}T([0-9]{2})([0-9]{2})Z_[A-Za-z0-9]{1,64}"
              + "\\.json(\\.gz)?");

  /** Empty for any other file. */
  static Optional<TrailFile> of(StoredFile stored) {
    String key = stored.key();
    String name = key.substring(key.lastIndexOf('/') + 1);
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int minute = 60 * Integer.parseInt(parts.group(1)) + Integer.parseInt(parts.group(2));
    String folder = key.substring(0, key.length() - name.length());
    return Optional.of(new TrailFile(key, folder, name, minute, stored.size()));
  }

  /** The minute of a name that was one's. */
  static int minuteOf(String name) {
    int end = name.lastIndexOf('_') - 1;
    return 60 * Integer.parseInt(name, end - 4, end - 2, 10)
        + Integer.parseInt(name, end - 2, end, 10);
  }

  boolean isPacked() {
    return name.endsWith(".gz");
  }
}
