package dev.stockade.aws.request;

/** Requests for tests. */
public final class Heads {
  private Heads() {}

  /** A request over TLS; {@code headers} are names and values in turn. */
  public static RequestHead of(String method, String authority, String target, String... headers) {
    RequestHead head = new RequestHead().begin(Transport.TLS, method, target, authority);
    for (int i = 0; i < headers.length; i += 2) {
      head.header(headers[i], headers[i + 1]);
    }
    return head;
  }
}
