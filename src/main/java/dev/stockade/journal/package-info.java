/**
 * Events of one process: the bounded queue, the writer thread, the counts, and the sinks that get
 * each event. Knows facts and findings, never how they were obtained, and no sink: the class that
 * makes the journal hands them in.
 */
package dev.stockade.journal;
