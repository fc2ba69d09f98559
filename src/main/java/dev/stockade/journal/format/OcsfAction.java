package dev.stockade.journal.format;

/** What Stockade did, in the words of OCSF's profile {@code security_control}. */
enum OcsfAction {
  ALLOWED("allowed", 1, "Allowed", 1, "Allowed", false),
  WOULD_HARDEN("would-harden", 3, "Observed", 17, "Logged", false),
  WOULD_BLOCK("would-block", 3, "Observed", 15, "Detected", false),
  HARDENED("hardened", 4, "Modified", 11, "Corrected", true),
  BLOCKED("blocked", 2, "Denied", 2, "Blocked", true),
  FAILED("failed", 1, "Allowed", 1, "Allowed", false),
  FAILED_AFTER_NARROWING("failed-after-narrowing", 4, "Modified", 11, "Corrected", true),
  /** Of a later version. */
  OTHER("", 99, "Other", 99, "Other", false);

  private final String label;
  private final long id;
  private final String caption;
  private final long disposition;
  private final String dispositionCaption;
  private final boolean isApplied;

  OcsfAction(
      String label,
      long id,
      String caption,
      long disposition,
      String dispositionCaption,
      boolean isApplied) {
    this.label = label;
    this.id = id;
    this.caption = caption;
    this.disposition = disposition;
    this.dispositionCaption = dispositionCaption;
    this.isApplied = isApplied;
  }

  /** Adds what a record's action means. */
  static void put(String action, RecordTree line) {
    OcsfAction meant = OTHER;
    for (OcsfAction one : values()) {
      meant = one.label.equals(action) ? one : meant;
    }
    line.put("action_id", meant.id).put("action", meant.caption);
    line.put("disposition_id", meant.disposition);
    line.put("disposition", meant.dispositionCaption);
    line.put("policy.is_applied", meant.isApplied);
  }
}
