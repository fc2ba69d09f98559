package dev.stockade.fleet.cloudtrail;

import java.io.EOFException;
import java.util.zip.ZipException;

/** Why a file of a trail could not be read to its end. */
final class BrokenTrail extends Exception {
  private static final long serialVersionUID = 1;

  BrokenTrail(String why) {
    super(why, null, false, false);
  }

  /** In words of ours: those of a parser quote what it read. */
  static BrokenTrail of(Exception failure) {
    if (failure instanceof BoundedText.TooLong) {
      return new BrokenTrail(failure.getMessage());
    }
    if (failure instanceof ZipException) {
      return new BrokenTrail("it is no whole gzip file");
    }
    if (failure instanceof EOFException) {
      return new BrokenTrail("it ends in the middle");
    }
    return new BrokenTrail("it is not the JSON of a trail");
  }
}
