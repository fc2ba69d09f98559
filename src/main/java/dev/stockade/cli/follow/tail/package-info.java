/** New lines of journals, each at least once, through rotation, truncation and restarts. */
package dev.stockade.cli.follow.tail;
