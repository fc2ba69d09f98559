/**
 * Evidence: records, the bounded ring, the writer and the exit summary. Knows facts and findings,
 * never how they were obtained.
 */
package dev.stockade.journal;
