package dev.stockade.cli.follow.otlp;

import dev.stockade.cli.follow.tail.FollowedRecord;
import dev.stockade.journal.EventKind;

/** OpenTelemetry's severity of a record. */
enum Severity {
  INFO(9),
  WARN(13),
  ERROR(17);

  final int number;

  Severity(int number) {
    this.number = number;
  }

  static Severity of(FollowedRecord record) {
    if (record.kind() == EventKind.DROPPED) {
      return WARN;
    }
    String verdict = String.valueOf(record.text("verdict"));
    return verdict.equals("violation") ? ERROR : verdict.equals("warn") ? WARN : INFO;
  }
}
