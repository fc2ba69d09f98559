package dev.stockade.bench;

/** What is measured of each agent: a row of the table. */
enum Row {
  HELLO_CPU("start-up without TLS, CPU", "ms"),
  HELLO_WALL("start-up without TLS, wall", "ms"),
  HTTPS_CPU("first HTTPS response, CPU", "ms"),
  HTTPS_WALL("first HTTPS response, wall", "ms"),
  CLIENT("full handshakes, client", "/s"),
  SERVER("full handshakes, server", "/s"),
  REQUESTS("keep-alive HTTPS requests, client", "/s"),
  SDK_REQUESTS("AWS SDK 2 requests, client", "/s"),
  SDK_CPU("AWS SDK 2 request, client, CPU each", "µs"),
  SAMPLES("our share of CPU samples in that loop", "%"),
  RSS("RSS of the server after its handshakes", "MB");

  private final String label;
  private final String unit;

  Row(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  String label() {
    return label;
  }

  String unit() {
    return unit;
  }

  String title() {
    return label + ", " + unit;
  }

  /** Nothing is left to measure of an agent that only starts, and our share is ours. */
  boolean measures(Agent agent) {
    return switch (agent) {
      case AUDIT, ENFORCE -> true;
      case FLOOR, CLASSES -> this == HELLO_CPU || this == HELLO_WALL;
      case WEAVING -> this == HTTPS_CPU || this == HTTPS_WALL || this == SERVER || this == RSS;
      case HOOKS -> this == SDK_REQUESTS || this == SDK_CPU;
      case VERIFYING -> this == SDK_REQUESTS || this == SDK_CPU || this == SAMPLES;
      case OFF -> compareTo(HTTPS_WALL) <= 0;
      case NONE, EMPTY, OPENTELEMETRY, DATADOG -> this != SAMPLES;
    };
  }
}
