/** Surroundings for the tests of all modules of the fleet. */
package dev.stockade.fleet.kit;
