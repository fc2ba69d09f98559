package dev.stockade.cli.follow.tail;

/** How far one part of a journal was read. */
final class Place {
  final String journal;

  /** See {@link PartLines#mark}. */
  final String mark;

  /** Bytes, behind the last line that was handed on. */
  long offset;

  /** As large as it was seen; less than that was read where it vanishes unread. */
  long size;

  /** When it was there last, in nanoseconds of the process. */
  long seen;

  Place(String journal, String mark, long offset) {
    this.journal = journal;
    this.mark = mark;
    this.offset = offset;
  }
}
