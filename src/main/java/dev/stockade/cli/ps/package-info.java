/** The commands that show engines: {@code ps} and {@code status}. */
package dev.stockade.cli.ps;
