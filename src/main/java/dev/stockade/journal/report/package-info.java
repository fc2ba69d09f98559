/** Events for people: lines on stderr and the summary at exit. Knows nothing of records. */
package dev.stockade.journal.report;
