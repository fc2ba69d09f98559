package dev.stockade.cli.request;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;

/** Takes an address apart where it is written, without making it another (RFC 3986). */
final class Address {
  private Address() {}

  /** A request for an address; one without scheme goes over TLS. */
  static RequestHead begin(String method, String url) {
    int scheme = url.indexOf("://");
    Transport transport =
        url.regionMatches(true, 0, "http:", 0, 5) ? Transport.CLEARTEXT : Transport.TLS;
    String rest = scheme < 0 ? url : url.substring(scheme + 3);
    int fragment = rest.indexOf('#');
    rest = fragment < 0 ? rest : rest.substring(0, fragment);
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != '/' && rest.charAt(end) != '?') {
      end++;
    }
    String authority = rest.substring(rest.lastIndexOf('@', end - 1) + 1, end);
    String target = rest.substring(end);
    return new RequestHead()
        .begin(transport, method, target.startsWith("/") ? target : "/" + target, authority);
  }
}
