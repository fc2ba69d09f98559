package dev.stockade.bench;

/** What a program runs under: the columns of the table, in their order. */
enum Agent {
  NONE,
  EMPTY,
  FLOOR,
  OFF,
  AUDIT,
  ENFORCE,
  OPENTELEMETRY,
  DATADOG
}
