package dev.stockade.bench;

/** What is measured of each variant: a row of the table. */
enum Row {
  HELLO_CPU("start-up without TLS, CPU", "ms"),
  HELLO_WALL("start-up without TLS, wall", "ms"),
  HTTPS_CPU("first HTTPS response, CPU", "ms"),
  HTTPS_WALL("first HTTPS response, wall", "ms"),
  CLIENT("full handshakes, client", "/s"),
  SERVER("full handshakes, server", "/s"),
  REQUESTS("keep-alive HTTPS requests, client", "/s"),
  SDK_REQUESTS("AWS SDK 2 requests, client", "/s"),
  RSS("RSS of the server after its handshakes", "MB");

  private final String label;
  private final String unit;

  Row(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  String title() {
    return label + ", " + unit;
  }
}
