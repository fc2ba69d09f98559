package dev.stockade.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A block of addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3). */
public final class Cidr {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  /** Whatever else goes to InetAddress would be looked up in the DNS. */
  private static final Pattern ADDRESS =
      Pattern.compile(OCTET + "(\\." + OCTET + "){3}|(?=[0-9a-fA-F:])[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private static final Pattern BITS = Pattern.compile("\\d{1,3}");

  private final String written;
  private final byte[] network;
  private final int bits;

  private Cidr(String written, byte[] network, int bits) {
    this.written = written;
    this.network = network;
    this.bits = bits;
  }

  /**
   * @param text {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or one address
   * @return null when it is none
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    byte[] network = bytes(slash < 0 ? text : text.substring(0, slash));
    if (network == null) {
      return null;
    }
    int bits = 8 * network.length;
    if (slash >= 0) {
      String length = text.substring(slash + 1);
      bits = BITS.matcher(length).matches() ? Integer.parseInt(length) : Integer.MAX_VALUE;
    }
    return bits > 8 * network.length ? null : new Cidr(text, network, bits);
  }

  /** False for null and for what is no address. */
  public boolean contains(String ip) {
    byte[] address = ip == null ? null : bytes(withoutScope(ip));
    return address != null && contains(address);
  }

  /** Whether each address of the other is in this block. */
  boolean covers(Cidr other) {
    return bits <= other.bits && contains(other.network);
  }

  private boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      if (((address[i >> 3] ^ network[i >> 3]) >> (7 - (i & 7)) & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  private static String withoutScope(String ip) {
    int percent = ip.indexOf('%');
    return percent < 0 ? ip : ip.substring(0, percent);
  }

  private static byte[] bytes(String ip) {
    try {
      return ADDRESS.matcher(ip).matches() ? InetAddress.getByName(ip).getAddress() : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** As written. */
  @Override
  public String toString() {
    return written;
  }
}
