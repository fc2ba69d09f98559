package dev.stockade.journal.format;

/** The classes of OCSF 1.8.0 that records become. */
enum OcsfClass {
  DETECTION_FINDING(2004, "Detection Finding", 2, "Findings"),
  NETWORK_ACTIVITY(4001, "Network Activity", 4, "Network Activity"),
  HTTP_ACTIVITY(4002, "HTTP Activity", 4, "Network Activity"),
  APPLICATION_LIFECYCLE(6002, "Application Lifecycle", 6, "Application Activity"),
  API_ACTIVITY(6003, "API Activity", 6, "Application Activity"),
  APPLICATION_ERROR(6008, "Application Error", 6, "Application Activity");

  final long uid;
  final String caption;
  final long category;
  final String categoryName;

  OcsfClass(long uid, String caption, long category, String categoryName) {
    this.uid = uid;
    this.caption = caption;
    this.category = category;
    this.categoryName = categoryName;
  }
}
