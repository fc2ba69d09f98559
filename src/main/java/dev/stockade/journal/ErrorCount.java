package dev.stockade.journal;

/** How many errors of its own Stockade has swallowed; asked when the journal is closed. */
public interface ErrorCount {
  long internalErrors();
}
