/**
 * {@code report} and {@code check} of a lake: records summed up by SQL, told by the core's report.
 */
package dev.stockade.fleet.report;
