package dev.stockade.enforce;

import java.util.BitSet;

/**
 * The versions, cipher suites and groups that a TLS client's hello asks for, by their numbers (RFC
 * 8446 section 4.1.2). Immutable.
 */
public final class ClientHello {
  private static final int CLIENT_HELLO = 1;
  private static final int HEADER = 4;
  private static final int RANDOM = 32;
  private static final int SUPPORTED_GROUPS = 10;
  private static final int SUPPORTED_VERSIONS = 43;

  private final int legacyVersion;
  private final BitSet suites = new BitSet();

  /** Null where the hello has no such extension: then all up to the legacy version are meant. */
  private BitSet versions;

  /** Null where the hello has no such extension: then any may be chosen (RFC 8422 section 4). */
  private BitSet groups;

  private ClientHello(int legacyVersion) {
    this.legacyVersion = legacyVersion;
  }

  /** Reads the message with its header; null for what is none, or not of TLS but of DTLS. */
  public static ClientHello read(byte[] message) {
    if (message.length < HEADER + 2 || message[0] != CLIENT_HELLO || message[HEADER] != 3) {
      return null;
    }
    try {
      ClientHello hello = new ClientHello(number(message, HEADER));
      int at = HEADER + 2 + RANDOM;
      at += 1 + (message[at] & 0xff);
      int length = number(message, at);
      hello.suites.or(numbers(message, at + 2, length));
      at += 2 + length;
      at += 1 + (message[at] & 0xff);
      if (at < message.length) {
        hello.readExtensions(message, at + 2, at + 2 + number(message, at));
      }
      return hello;
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  private void readExtensions(byte[] message, int begin, int end) {
    for (int at = begin; at < end; at += 4 + number(message, at + 2)) {
      if (number(message, at) == SUPPORTED_VERSIONS) {
        versions = numbers(message, at + 5, message[at + 4] & 0xff);
      } else if (number(message, at) == SUPPORTED_GROUPS) {
        groups = numbers(message, at + 6, number(message, at + 4));
      }
    }
  }

  private static BitSet numbers(byte[] message, int begin, int length) {
    BitSet numbers = new BitSet();
    for (int at = begin; at + 1 < begin + length; at += 2) {
      numbers.set(number(message, at));
    }
    return numbers;
  }

  private static int number(byte[] message, int at) {
    return (message[at] & 0xff) << 8 | (message[at + 1] & 0xff);
  }

  public boolean hasSuite(int number) {
    return suites.get(number);
  }

  public boolean hasGroup(int number) {
    return groups == null || groups.get(number);
  }

  public boolean hasVersion(int number) {
    return versions == null ? number <= legacyVersion : versions.get(number);
  }
}
