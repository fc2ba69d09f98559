/** Journals as files: found again when they grew or were renamed, read by blocks of lines. */
package dev.stockade.fleet.source;
