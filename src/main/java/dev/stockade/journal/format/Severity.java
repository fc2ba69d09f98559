package dev.stockade.journal.format;

/** The weight of a record by its verdict, in the words and numbers of each form. */
public enum Severity {
  NONE(1, "Informational", 1, "info", 9, "INFO"),
  NOTE(2, "Low", 2, "info", 9, "INFO"),
  WARN(3, "Medium", 3, "warn", 13, "WARN"),
  VIOLATION(4, "High", 4, "error", 17, "ERROR"),
  /** Records were lost. */
  LOSS(3, "Medium", 1, "warn", 13, "WARN");

  /** OCSF {@code severity_id} and {@code severity}. */
  final long id;

  final String caption;

  /** ECS {@code event.severity} and {@code log.level}. */
  final long number;

  final String level;

  /** OpenTelemetry {@code severityNumber} and {@code severityText}. */
  public final long otelNumber;

  public final String otelText;

  Severity(long id, String caption, long number, String level, long otelNumber, String otelText) {
    this.id = id;
    this.caption = caption;
    this.number = number;
    this.level = level;
    this.otelNumber = otelNumber;
    this.otelText = otelText;
  }

  /** That of a record. What a candidate policy would say changes nothing. */
  public static Severity of(RecordTree record) {
    if ("dropped".equals(record.text("kind"))) {
      return LOSS;
    }
    String verdict = String.valueOf(record.get("verdict"));
    switch (verdict) {
      case "violation":
        return VIOLATION;
      case "warn":
        return WARN;
      case "note":
        return NOTE;
      default:
        return NONE;
    }
  }
}
