package dev.stockade.base;

/**
 * A host and its port as one string, everywhere the same: {@code db.internal:1433}, and an IPv6
 * address in brackets before a port and bare without one (RFC 3986 section 3.2.2, RFC 5952).
 */
public final class Authority {
  private Authority() {}

  /**
   * @param host a name or an address, which may have its brackets already
   * @param port 0 where unknown
   */
  public static String of(String host, int port) {
    boolean hasBrackets = host.length() > 2 && host.startsWith("[") && host.endsWith("]");
    if (port <= 0) {
      return hasBrackets ? host.substring(1, host.length() - 1) : host;
    }
    return host.indexOf(':') >= 0 && !hasBrackets ? "[" + host + "]:" + port : host + ":" + port;
  }
}
