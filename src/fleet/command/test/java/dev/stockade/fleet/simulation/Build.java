package dev.stockade.fleet.simulation;

/** Builds of the engine; what their records have differs. */
enum Build {
  /** Lacks {@code process}, {@code stockade}, {@code rule}, {@code findings} and {@code cloud}. */
  OLD("0.0.9"),
  PRESENT("0.1.0"),
  /** Has a member that no reader of 0.1.0 knows. */
  LATER("0.2.0");

  final String version;

  Build(String version) {
    this.version = version;
  }
}
