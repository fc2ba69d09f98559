/**
 * Writes what a plausible fleet leaves behind, at any scale: journals of the documented form, with
 * their faults, and the CloudTrail files that go with them. For tests and measurements.
 */
package dev.stockade.fleet.simulation;
