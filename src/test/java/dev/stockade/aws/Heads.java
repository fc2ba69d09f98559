package dev.stockade.aws;

/** Requests for tests. */
final class Heads {
  private Heads() {}

  /** A request over TLS; {@code headers} are names and values in turn. */
  static RequestHead of(String method, String authority, String target, String... headers) {
    RequestHead head = new RequestHead().begin(Transport.TLS, method, target, authority);
    for (int i = 0; i < headers.length; i += 2) {
      head.header(headers[i], headers[i + 1]);
    }
    return head;
  }
}
