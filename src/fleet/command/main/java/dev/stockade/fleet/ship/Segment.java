package dev.stockade.fleet.ship;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Lines that are sent together, as a packed file of the spool that does not change any more. All
 * that is said of it is in its name, so that a restart sends the same under the same name.
 */
final class Segment {
  /** Number, stage, hour, records, name. */
  private static final Pattern NAME =
      Pattern.compile(
          "([0-9]{12})\\.([0-2])-([0-9]{10})-([0-9]{1,9})-([A-Za-z0-9._-]+)\\.ndjson\\.gz");

  final Path file;
  final long number;

  /** What was given up of it; the ordinal of a {@link Stage}. */
  final Stage stage;

  /** Hour of UTC in which it was made, as {@code 2026112313}. */
  final String hour;

  final int records;

  /** Of its content: the same for the same lines. */
  final String name;

  final long size;

  /** Calls of it that went well; another process begins anew. */
  int calls;

  private Segment(Path file, Matcher name, long size) {
    this.file = file;
    this.number = Long.parseLong(name.group(1));
    this.stage = Stage.values()[Integer.parseInt(name.group(2))];
    this.hour = name.group(3);
    this.records = Integer.parseInt(name.group(4));
    this.name = name.group(5);
    this.size = size;
  }

  /** Null where the file is something else. */
  static Segment of(Path file) throws IOException {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches() ? new Segment(file, name, Files.size(file)) : null;
  }

  static String fileName(long number, Stage stage, String hour, int records, String name) {
    return "%012d.%d-%s-%d-%s.ndjson.gz".formatted(number, stage.ordinal(), hour, records, name);
  }

  /** Its lines. */
  InputStream open() throws IOException {
    return new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16));
  }

  /** What was given up for want of room. */
  enum Stage {
    WHOLE,
    /** Folded records are not in it any more. */
    UNFOLDED,
    /** Only what tells of records that were given up is in it. */
    GIVEN_UP
  }
}
