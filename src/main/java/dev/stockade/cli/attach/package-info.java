/**
 * Commands for JVMs that already run: finding them, attaching, and sending commands to the engine
 * there. Facts of other processes come from {@code /proc} and the attach API alone: nothing is run
 * or opened that a target could have put in the way.
 */
package dev.stockade.cli.attach;
