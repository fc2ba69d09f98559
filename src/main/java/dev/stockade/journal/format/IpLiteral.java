package dev.stockade.journal.format;

import java.util.regex.Pattern;

/** Addresses as fields for addresses take them. */
public final class IpLiteral {
  /** IPv4, IPv6 in full, IPv6 with one gap; without a zone, which only this host knows. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}"
              + "|([0-9A-Fa-f]{1,4}(:(?!$)|$)){8}"
              + "|(?=.*::)(?!.*::.*::)(?!.*:::)(?!:[^:])(?!.*[^:]:$)(?!(.*:){8})"
              + "([0-9A-Fa-f]{0,4}(:|$)){2,8}");

  private IpLiteral() {}

  /** Whether it is one; never asks a name service. */
  public static boolean is(String text) {
    return text.length() <= 39 && ADDRESS.matcher(text).matches();
  }

  /** Whether an address is one of IPv6. */
  public static boolean isV6(String address) {
    return address.indexOf(':') >= 0;
  }
}
