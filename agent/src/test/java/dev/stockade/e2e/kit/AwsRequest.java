package dev.stockade.e2e.kit;

import java.util.List;
import java.util.Map;

/**
 * A request as it came over the wire.
 *
 * @param protocol {@code HTTP/1.1} or {@code HTTP/2}
 * @param tls whether it came through TLS
 * @param host the Host header or {@code :authority}, with its port; null when absent
 * @param target the request target, unchanged
 * @param headers names as sent (HTTP/2: lower case), in order; the length of the body comes last
 *     when the client did not send it
 * @param body its bytes as characters (ISO 8859-1)
 */
public record AwsRequest(
    String protocol,
    boolean tls,
    String method,
    String host,
    String target,
    List<Map.Entry<String, String>> headers,
    String body) {

  /** The first value of a header, or null. */
  public String header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  public boolean signed() {
    String authorization = header("Authorization");
    return (authorization != null && authorization.startsWith("AWS4-"))
        || target.contains("X-Amz-Signature=");
  }

  /** Host without port. */
  public String hostName() {
    return host == null ? "" : host.replaceFirst(":\\d+$", "");
  }

  /** No header value and no query: they may hold credentials. */
  @Override
  public String toString() {
    return protocol
        + (tls ? " tls " : " clear ")
        + method
        + " "
        + host
        + " "
        + target.replaceFirst("\\?.*", "?…")
        + " "
        + headers.stream().map(Map.Entry::getKey).toList()
        + " +"
        + body.length();
  }
}
