/**
 * Events as records: folded, numbered, in a format, in a file that rotates or on stderr. Nothing
 * for people comes in here.
 */
package dev.stockade.journal.record;
