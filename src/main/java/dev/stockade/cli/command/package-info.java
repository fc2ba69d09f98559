/** The parts that every command is made of: its frame, streams, exit codes and JSON. */
package dev.stockade.cli.command;
