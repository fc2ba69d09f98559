package dev.stockade.fleet.storage;

import dev.stockade.cli.command.CommandFailure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the place that a word of a command line names. */
public final class Storages {
  /** Names of buckets, Amazon S3 User Guide; also the longer ones of access points' aliases. */
  private static final Pattern S3 =
      Pattern.compile("s3a?://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?", Pattern.DOTALL);

  private Storages() {}

  /** Whether a word names a bucket, rightly or not, and no folder. */
  public static boolean isS3(String place) {
    return place.matches("(?s)s3a?://.*");
  }

  /**
   * Asks for nothing yet: what is wrong with a bucket shows when it is used.
   *
   * @param place a folder, which need not be there, or {@code s3://bucket/prefix}
   * @throws CommandFailure when it is neither
   */
  public static Storage of(String place) {
    if (isS3(place)) {
      Matcher parts = S3.matcher(place);
      if (!parts.matches()) {
        throw CommandFailure.usage(
            place + ": not s3://bucket/prefix with a bucket of 3 to 63 of a-z, 0-9, '-' and '.'");
      }
      return S3Storage.of(place, parts.group(1), parts.group(2) == null ? "" : parts.group(2));
    }
    try {
      return new LocalStorage(Path.of(place));
    } catch (InvalidPathException e) {
      throw CommandFailure.usage("not a folder and not s3://bucket/prefix: " + place);
    }
  }
}
