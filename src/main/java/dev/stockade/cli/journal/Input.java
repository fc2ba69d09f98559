package dev.stockade.cli.journal;

/** What records were read from: files, or a store that was filled from files. */
public interface Input {
  /** All that were found, also those that could not be read. */
  long files();

  /** All that were read, also those that are no records. */
  long lines();

  /** Of the files, packed as they are. */
  long bytes();

  Unread unread();
}
