/**
 * AWS's own log of calls: its files are read into the lake's table {@code cloudtrail}, and joined
 * with the calls that agents saw.
 */
package dev.stockade.fleet.cloudtrail;
