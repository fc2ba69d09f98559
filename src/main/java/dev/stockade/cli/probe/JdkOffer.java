package dev.stockade.cli.probe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * What the JDK that runs this command offers when nobody configures it, read from the hello that it
 * writes: what security properties switch off is not in it. Immutable.
 */
public final class JdkOffer {
  private final List<String> versions = new ArrayList<>();
  private final List<String> suites = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private boolean extendedMasterSecret;
  private boolean encryptThenMac;

  private JdkOffer() {}

  /**
   * What a client offers, or a server accepts: that is what a client that is set to the server's
   * defaults would offer.
   *
   * @throws GeneralSecurityException when this JDK has no TLS
   */
  public static JdkOffer of(boolean server) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, null, null);
    SSLEngine defaults = context.createSSLEngine();
    defaults.setUseClientMode(!server);
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(defaults.getEnabledProtocols());
    engine.setEnabledCipherSuites(defaults.getEnabledCipherSuites());
    ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    JdkOffer offer = new JdkOffer();
    try {
      engine.wrap(ByteBuffer.allocate(0), hello);
      hello.flip();
      offer.read(hello);
    } catch (SSLException | BufferUnderflowException e) {
      throw new GeneralSecurityException("this JDK's TLS makes no hello: " + e.getMessage(), e);
    }
    return offer;
  }

  private void read(ByteBuffer hello) {
    hello.position(hello.position() + 5 + 4);
    int version = hello.getShort();
    hello.position(hello.position() + 32);
    part(hello, hello.get() & 0xff);
    ByteBuffer numbers = part(hello, hello.getShort());
    while (numbers.hasRemaining()) {
      int number = numbers.getShort() & 0xffff;
      if (TlsNumbers.SUITES.has(number)) {
        suites.add(TlsNumbers.SUITES.name(number));
      }
    }
    part(hello, hello.get() & 0xff);
    ByteBuffer extensions = hello.hasRemaining() ? part(hello, hello.getShort()) : hello;
    while (extensions.hasRemaining()) {
      int type = extensions.getShort() & 0xffff;
      extension(type, part(extensions, extensions.getShort()));
    }
    if (versions.isEmpty()) {
      versions.add(TlsNumbers.versionOf(version));
    }
    Collections.sort(versions);
  }

  private void extension(int type, ByteBuffer content) {
    if (type == HelloWriter.SUPPORTED_VERSIONS) {
      content.get();
      while (content.hasRemaining()) {
        String version = TlsNumbers.versionOf(content.getShort());
        if (version != null) {
          versions.add(version);
        }
      }
    } else if (type == HelloWriter.SUPPORTED_GROUPS) {
      content.getShort();
      while (content.hasRemaining()) {
        groups.add(TlsNumbers.GROUPS.name(content.getShort() & 0xffff));
      }
    }
    extendedMasterSecret |= type == HelloWriter.EXTENDED_MASTER_SECRET;
    encryptThenMac |= type == HelloWriter.ENCRYPT_THEN_MAC;
  }

  private static ByteBuffer part(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = in.slice();
    part.limit(length);
    in.position(in.position() + length);
    return part;
  }

  /** From the oldest, by JSSE's names. */
  public List<String> versions() {
    return Collections.unmodifiableList(versions);
  }

  /** In the order of preference, by IANA's names, as the groups. */
  public List<String> suites() {
    return Collections.unmodifiableList(suites);
  }

  public List<String> groups() {
    return Collections.unmodifiableList(groups);
  }

  public boolean extendedMasterSecret() {
    return extendedMasterSecret;
  }

  public boolean encryptThenMac() {
    return encryptThenMac;
  }
}
