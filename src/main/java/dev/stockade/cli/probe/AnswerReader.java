package dev.stockade.cli.probe;

import dev.stockade.enforce.TlsAlerts;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.SocketTimeoutException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/**
 * Reads what a server sends before anything is encrypted: its hello, and up to TLS 1.2 certificate
 * and key exchange (RFC 5246 section 7.4). The peer chose every byte.
 */
final class AnswerReader {
  private static final String NO_TLS = "the answer is not TLS";

  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int SERVER_HELLO = 2;
  private static final int CERTIFICATE = 11;
  private static final int SERVER_KEY_EXCHANGE = 12;
  private static final int SERVER_HELLO_DONE = 14;
  private static final int NAMED_CURVE = 3;
  private static final int RANDOM = 32;

  /** The alert of RFC 8446 section 6.2. */
  private static final int PROTOCOL_VERSION = 70;

  /** Longer is no record (RFC 5246 section 6.2.1), and no chain of certificates that helps. */
  private static final int MAX_RECORD = 1 << 14;

  private static final int MAX_FLIGHT = 1 << 18;

  private final DataInputStream in;
  private final Answer answer = new Answer();
  private byte[] pending = new byte[0];
  private int total;

  private AnswerReader(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /** Never throws for what a peer sends: that is an answer too. */
  static Answer read(InputStream in) {
    AnswerReader reader = new AnswerReader(in);
    try {
      return reader.readFlight();
    } catch (SocketTimeoutException e) {
      return reader.answer.suite != null
          ? reader.answer
          : Answer.refused("no answer in time", true);
    } catch (IOException | BufferUnderflowException e) {
      return reader.answer.suite != null
          ? reader.answer
          : Answer.refused("the connection was closed", false);
    }
  }

  private Answer readFlight() throws IOException {
    while (true) {
      int type = in.readUnsignedByte();
      int major = in.readUnsignedByte();
      in.readUnsignedByte();
      int length = in.readUnsignedShort();
      if (major != 3 || length > MAX_RECORD || (type != ALERT && type != HANDSHAKE)) {
        return answer.suite != null ? answer : Answer.refused(NO_TLS, true);
      }
      byte[] content = new byte[length];
      in.readFully(content);
      if (type == ALERT && !isWarning(content)) {
        return answer.suite != null ? answer : alert(content);
      }
      total += length + 5;
      if (type == HANDSHAKE && take(content)) {
        return answer;
      }
      if (total > MAX_FLIGHT) {
        throw new EOFException();
      }
    }
  }

  /** Such as that the name is not known: the hello follows. The goodbye is an end. */
  private static boolean isWarning(byte[] alert) {
    return alert.length == 2 && alert[0] == 1 && alert[1] != 0;
  }

  private static Answer alert(byte[] alert) {
    int number = alert.length == 2 ? alert[1] & 0xff : 0;
    String name = TlsAlerts.name(number);
    String label = name == null ? String.valueOf(number) : TlsAlerts.label(name);
    Answer refusal = Answer.refused("alert " + label, false);
    refusal.refusesVersion = number == PROTOCOL_VERSION;
    return refusal;
  }

  /** Returns whether all is known that can be read. */
  private boolean take(byte[] content) throws IOException {
    byte[] all = Arrays.copyOf(pending, pending.length + content.length);
    System.arraycopy(content, 0, all, pending.length, content.length);
    ByteBuffer messages = ByteBuffer.wrap(all);
    while (messages.remaining() >= 4) {
      messages.mark();
      int type = messages.get();
      int length = (messages.get() & 0xff) << 16 | (messages.getShort() & 0xffff);
      if (length > MAX_FLIGHT) {
        throw new EOFException();
      }
      if (length > messages.remaining()) {
        messages.reset();
        break;
      }
      ByteBuffer message = part(messages, length);
      if (isLast(type, message)) {
        return true;
      }
    }
    pending = Arrays.copyOfRange(all, messages.position(), all.length);
    return false;
  }

  private boolean isLast(int type, ByteBuffer message) {
    if (answer.suite == null && type != SERVER_HELLO) {
      answer.refusal = NO_TLS;
      answer.unclear = true;
      return true;
    }
    switch (type) {
      case SERVER_HELLO:
        readHello(message);
        return answer.version == null || answer.version.equals("TLSv1.3");
      case CERTIFICATE:
        readCertificates(part(message, number(message, 3)));
        return false;
      case SERVER_KEY_EXCHANGE:
        readKeyExchange(message);
        return true;
      default:
        return type == SERVER_HELLO_DONE;
    }
  }

  private void readHello(ByteBuffer message) {
    int version = number(message, 2);
    part(message, RANDOM);
    part(message, number(message, 1));
    String suite = TlsNumbers.SUITES.name(number(message, 2));
    message.get();
    if (message.hasRemaining()) {
      ByteBuffer extensions = part(message, number(message, 2));
      while (extensions.hasRemaining()) {
        int type = number(extensions, 2);
        ByteBuffer content = part(extensions, number(extensions, 2));
        if (type == HelloWriter.SUPPORTED_VERSIONS) {
          version = number(content, 2);
        } else if (type == HelloWriter.KEY_SHARE) {
          answer.group = TlsNumbers.GROUPS.name(number(content, 2));
        }
        answer.extendedMasterSecret |= type == HelloWriter.EXTENDED_MASTER_SECRET;
        answer.encryptThenMac |= type == HelloWriter.ENCRYPT_THEN_MAC;
      }
    }
    answer.version = TlsNumbers.versionOf(version);
    answer.suite = suite;
  }

  private void readCertificates(ByteBuffer list) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      while (list.hasRemaining()) {
        byte[] encoded = new byte[number(list, 3)];
        list.get(encoded);
        answer.certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
      }
    } catch (CertificateException e) {
      // What Java cannot read is not shown.
    }
  }

  /** With pre-shared keys something else stands first. */
  private void readKeyExchange(ByteBuffer message) {
    String suite = answer.suite;
    if (suite.contains("PSK") || suite.contains("SRP")) {
      return;
    }
    if (suite.startsWith("TLS_ECDH")) {
      if (message.get() != NAMED_CURVE) {
        return;
      }
      answer.group = TlsNumbers.GROUPS.name(number(message, 2));
      part(message, number(message, 1));
    } else if (suite.startsWith("TLS_DH")) {
      byte[] prime = new byte[number(message, 2)];
      message.get(prime);
      answer.dhBits = new BigInteger(1, prime).bitLength();
      part(message, number(message, 2));
      part(message, number(message, 2));
    }
    if ("TLSv1.2".equals(answer.version) && message.remaining() > 2 && !suite.contains("_anon_")) {
      answer.scheme = TlsNumbers.SCHEMES.name(number(message, 2));
    }
  }

  private static int number(ByteBuffer in, int bytes) {
    int number = 0;
    for (int i = 0; i < bytes; i++) {
      number = number << 8 | (in.get() & 0xff);
    }
    return number;
  }

  private static ByteBuffer part(ByteBuffer in, int length) {
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = in.slice();
    part.limit(length);
    in.position(in.position() + length);
    return part;
  }
}
