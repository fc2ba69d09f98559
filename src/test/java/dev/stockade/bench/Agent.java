package dev.stockade.bench;

/** What a program runs under: the columns of the table, in their order. */
enum Agent {
  NONE,
  EMPTY,
  FLOOR,
  CLASSES,
  WEAVING,
  HOOKS,
  VERIFYING,
  OFF,
  AUDIT,
  ENFORCE,
  OPENTELEMETRY,
  DATADOG;

  /** Whether it does nothing of use, and shows what no agent can save. */
  boolean isFloor() {
    return compareTo(FLOOR) >= 0 && compareTo(VERIFYING) <= 0;
  }
}
