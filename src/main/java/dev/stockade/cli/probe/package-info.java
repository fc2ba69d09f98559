/**
 * Hellos sent to a server, and what its answers say it accepts: the RFCs' own messages, no TLS
 * library. Knows neither policies nor commands.
 */
package dev.stockade.cli.probe;
