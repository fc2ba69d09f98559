/**
 * From a line of a journal to a row of the lake, strictly: what is no whole record is told with its
 * reason. Knows no query engine and no files.
 */
package dev.stockade.fleet.record;
