/** The commands that read journals: what they hold, what another policy says of it. */
package dev.stockade.cli.journal;
