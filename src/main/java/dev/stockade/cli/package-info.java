/** The commands of {@code java -jar stockade.jar}. Never loaded in a host. */
package dev.stockade.cli;
