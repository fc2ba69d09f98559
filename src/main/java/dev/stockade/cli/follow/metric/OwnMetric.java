package dev.stockade.cli.follow.metric;

/** What {@code follow} says of itself. */
public enum OwnMetric {
  SKIPPED_LINES("stockade_follow_skipped_lines", true, "Lines that are no records."),
  LOST_BYTES("stockade_follow_lost_bytes", true, "Bytes that were removed before they were read."),
  REJECTED_RECORDS(
      "stockade_follow_rejected_records", true, "Records that the collector did not take."),
  UNSENT_BYTES("stockade_follow_unsent_bytes", false, "Bytes that wait for the collector.");

  private final String name;
  private final boolean counter;
  private final String help;

  OwnMetric(String name, boolean counter, String help) {
    this.name = name;
    this.counter = counter;
    this.help = help;
  }

  /** Of a counter without {@code _total}. */
  public String metric() {
    return name;
  }

  /** Else a gauge. */
  public boolean isCounter() {
    return counter;
  }

  public String help() {
    return help;
  }
}
