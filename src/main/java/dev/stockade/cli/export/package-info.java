/**
 * The formats that a journal is exported in, one line a record. Those that an agent writes, too,
 * are in {@code journal.format}; no other room needs these.
 */
package dev.stockade.cli.export;
