package dev.stockade.cli.cbom;

/** An algorithm, and where it was used. */
final class AlgorithmUse {
  final Algorithm algorithm;
  final Evidence evidence = new Evidence();

  AlgorithmUse(Algorithm algorithm) {
    this.algorithm = algorithm;
  }
}
