package dev.stockade.aws.sigv4;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.sigv4.authorization.Authorization;

/**
 * Headers that are for the next hop only: every client, proxy and front end may drop or replace
 * them, so what was signed of them proves nothing (RFC 9110, section 7.6.1).
 */
final class HopByHop {
  /** Those that RFC 9110 and its predecessors name, and what HTTP/2 upgrades and proxies use. */
  private static final String[] NAMES = {
    "connection",
    "keep-alive",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "expect",
    "http2-settings"
  };

  private static final String PROXY = "proxy-";

  private HopByHop() {}

  /** The first signed header that is for one hop, or null. */
  static String signed(Authorization claim, RequestHead head) {
    for (String name : claim.signedHeaders.copy().split(";", -1)) {
      if (is(name, head)) {
        return name;
      }
    }
    return null;
  }

  /** Whether a header is for one hop, by its name or because {@code Connection} names it. */
  static boolean is(String name, RequestHead head) {
    for (String known : NAMES) {
      if (name.equalsIgnoreCase(known)) {
        return true;
      }
    }
    if (name.regionMatches(true, 0, PROXY, 0, PROXY.length())) {
      return true;
    }
    for (int i = 0; i < head.size(); i++) {
      if (head.name(i).equalsIgnoreCase("connection") && names(head.value(i), name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(String connection, String name) {
    for (String option : connection.split(",", -1)) {
      if (option.trim().equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }
}
