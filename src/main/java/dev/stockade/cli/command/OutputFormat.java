package dev.stockade.cli.command;

/**
 * The format in which a command prints its result. Lower case: these are the words of {@code
 * --output}.
 */
public enum OutputFormat {
  /** For people. */
  text,
  /** For programs: one JSON object on standard output, also when the command failed. */
  json
}
