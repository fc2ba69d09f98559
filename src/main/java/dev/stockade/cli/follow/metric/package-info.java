/** Counters out of records, with labels of a bounded number and length, and their forms. */
package dev.stockade.cli.follow.metric;
