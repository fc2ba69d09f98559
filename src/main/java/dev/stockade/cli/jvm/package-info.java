/** Finds running JVMs, attaches to them and asks the engine there. */
package dev.stockade.cli.jvm;
