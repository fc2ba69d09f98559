package dev.stockade.cli.report;

/** The forms of {@code check}. Lower case: these are the words of {@code --format}. */
enum CheckFormat {
  /** For people. */
  text,
  /** SARIF 2.1.0, for code scanning. */
  sarif,
  /** The XML of JUnit and Surefire, for the test pages of build servers. */
  junit,
  /** Workflow commands, which GitHub Actions shows beside the run. */
  github
}
