package dev.stockade.cli.probe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;

/**
 * Writes a client's first message (RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2) in its record.
 * It asks for one version and offers no key of TLS 1.3, so that a server names the group that it
 * wants in its answer.
 */
final class HelloWriter {
  static final int SERVER_NAME = 0;
  static final int SUPPORTED_GROUPS = 10;
  static final int POINT_FORMATS = 11;
  static final int SIGNATURE_ALGORITHMS = 13;
  static final int ENCRYPT_THEN_MAC = 22;
  static final int EXTENDED_MASTER_SECRET = 23;
  static final int SUPPORTED_VERSIONS = 43;
  static final int KEY_SHARE = 51;
  static final int RENEGOTIATION_INFO = 0xff01;

  /** The same as the extension, for those to whom none are sent (RFC 5746). */
  private static final int RENEGOTIATION_SCSV = 0x00ff;

  private static final int TLS12 = 0x303;
  private static final int TLS13 = 0x304;
  private static final int SSL3 = 0x300;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private HelloWriter() {}

  /**
   * @param serverName null for none
   * @param suites names of {@link TlsNumbers}, as the groups
   */
  static byte[] hello(String serverName, String version, List<String> suites, List<String> groups) {
    int number = TlsNumbers.version(version);
    HelloWriter body = new HelloWriter();
    body.put(Math.min(number, TLS12), 2);
    body.random(32);
    boolean isTls13 = number == TLS13;
    body.put(isTls13 ? 32 : 0, 1);
    body.random(isTls13 ? 32 : 0);
    HelloWriter list = numbers(TlsNumbers.SUITES, suites);
    if (number == SSL3) {
      list.put(RENEGOTIATION_SCSV, 2);
    }
    body.put(list, 2);
    body.put(0x0100, 2);
    if (number != SSL3) {
      body.put(extensions(serverName, number, groups), 2);
    }
    HelloWriter message = new HelloWriter();
    message.put(1, 1);
    message.put(body, 3);
    HelloWriter record = new HelloWriter();
    record.put(22, 1);
    record.put(number == SSL3 ? SSL3 : 0x301, 2);
    record.put(message, 2);
    return record.out.toByteArray();
  }

  private static HelloWriter extensions(String serverName, int version, List<String> groups) {
    HelloWriter all = new HelloWriter();
    if (serverName != null) {
      HelloWriter name = new HelloWriter();
      name.bytes(serverName.getBytes(StandardCharsets.US_ASCII));
      HelloWriter entry = new HelloWriter();
      entry.put(0, 1);
      entry.put(name, 2);
      all.extension(SERVER_NAME, list(entry, 2));
    }
    if (!groups.isEmpty()) {
      all.extension(SUPPORTED_GROUPS, list(numbers(TlsNumbers.GROUPS, groups), 2));
    }
    HelloWriter uncompressed = new HelloWriter();
    uncompressed.put(0, 1);
    all.extension(POINT_FORMATS, list(uncompressed, 1));
    List<String> schemes = TlsNumbers.SCHEMES.all();
    all.extension(SIGNATURE_ALGORITHMS, list(numbers(TlsNumbers.SCHEMES, schemes), 2));
    if (version == TLS13) {
      HelloWriter versions = new HelloWriter();
      versions.put(version, 2);
      all.extension(SUPPORTED_VERSIONS, list(versions, 1));
      all.extension(KEY_SHARE, list(new HelloWriter(), 2));
    } else {
      all.extension(ENCRYPT_THEN_MAC, new HelloWriter());
      all.extension(EXTENDED_MASTER_SECRET, new HelloWriter());
      all.extension(RENEGOTIATION_INFO, list(new HelloWriter(), 1));
    }
    return all;
  }

  private static HelloWriter numbers(TlsNumbers table, List<String> names) {
    HelloWriter numbers = new HelloWriter();
    for (String name : names) {
      numbers.put(table.number(name), 2);
    }
    return numbers;
  }

  private static HelloWriter list(HelloWriter contents, int lengthBytes) {
    HelloWriter list = new HelloWriter();
    list.put(contents, lengthBytes);
    return list;
  }

  private void extension(int type, HelloWriter contents) {
    put(type, 2);
    put(contents, 2);
  }

  private void put(HelloWriter contents, int lengthBytes) {
    put(contents.out.size(), lengthBytes);
    bytes(contents.out.toByteArray());
  }

  private void put(int value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      out.write(value >>> shift);
    }
  }

  private void random(int count) {
    byte[] random = new byte[count];
    RANDOM.nextBytes(random);
    bytes(random);
  }

  private void bytes(byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }
}
