package dev.stockade.aws.endpoint;

import dev.stockade.aws.text.Ascii;
import dev.stockade.aws.text.RecentCache;

/** Finds out which AWS endpoint a host name is. Never throws; knows nothing but the name. */
public final class Endpoints {
  /** RFC 1035, section 2.3.4, without the dot at the end. */
  private static final int MAX_HOST = 253;

  private static final int MAX_PORT = 5;
  private static final int MAX_LENGTH = MAX_HOST + 2 + MAX_PORT;

  private Endpoints() {}

  /**
   * The endpoint at a host, or null when it is not one of AWS. An answer for the same string is
   * most often found without allocating, that for a foreign host always.
   *
   * @param authority host name or address in any case, perhaps with a dot at its end and a port;
   *     IPv6 in brackets or not; may be null
   */
  public static Endpoint of(String authority) {
    if (authority == null || authority.length() > MAX_LENGTH) {
      return null;
    }
    int end = hostEnd(authority);
    if (end > MAX_HOST) {
      return null;
    }
    AwsSuffix suffix = AwsSuffix.of(authority, end);
    return suffix == null ? LinkLocal.of(authority) : Hosts.of(authority, end, suffix);
  }

  /** Where the host name ends: before port and last dot. */
  private static int hostEnd(String authority) {
    int end = authority.length();
    int colon = end - 1;
    while (colon >= 0 && end - colon <= MAX_PORT && Ascii.isDigit(authority.charAt(colon))) {
      colon--;
    }
    if (colon >= 0 && authority.charAt(colon) == ':') {
      end = colon;
    }
    return end > 0 && authority.charAt(end - 1) == '.' ? end - 1 : end;
  }

  /** Apart, so that no table is made in a program that never talks to AWS. */
  private static final class Hosts {
    private static final RecentCache<Endpoint> RECENT = new RecentCache<>();

    static Endpoint of(String authority, int end, AwsSuffix suffix) {
      Endpoint known = RECENT.get(authority);
      if (known == null) {
        known = HostReader.read(authority, end, suffix);
        RECENT.put(authority, known);
      }
      return known;
    }
  }
}
