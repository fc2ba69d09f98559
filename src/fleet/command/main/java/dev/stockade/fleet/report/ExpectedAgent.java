package dev.stockade.fleet.report;

import dev.stockade.base.Versions;

/** An agent that should be there: of a service, on an instance, or both; null for any. */
final class ExpectedAgent {
  final String service;
  final String instance;

  /** The oldest that will do; null for any. */
  final String version;

  private int instances;
  private int old;
  private String oldest;
  private String lastSeen;
  private String lastDay = "";

  ExpectedAgent(String service, String instance, String version) {
    this.service = service;
    this.instance = instance;
    this.version = version;
  }

  /**
   * Takes one that is there.
   *
   * @param version of its agent; may be null
   */
  void take(String version, String lastSeen, String lastDay) {
    instances++;
    old += Versions.isOlder(version, this.version) ? 1 : 0;
    oldest = oldest == null || Versions.isOlder(version, oldest) ? version : oldest;
    if (lastDay.compareTo(this.lastDay) >= 0) {
      this.lastDay = lastDay;
      this.lastSeen =
          this.lastSeen == null || lastSeen.compareTo(this.lastSeen) > 0 ? lastSeen : this.lastSeen;
    }
  }

  State state(String quiet) {
    if (instances == 0) {
      return State.MISSING;
    }
    return lastDay.compareTo(quiet) < 0 ? State.SILENT : old > 0 ? State.OLD : State.FINE;
  }

  int instances() {
    return instances;
  }

  /** The oldest version that runs; null where not known. */
  String oldest() {
    return oldest;
  }

  /** Null where there is none. */
  String lastSeen() {
    return lastSeen;
  }

  /** How it is with it, the worst first. */
  enum State {
    MISSING("no agent"),
    SILENT("stopped reporting"),
    OLD("old agent"),
    FINE("reports");

    final String label;

    State(String label) {
      this.label = label;
    }
  }
}
