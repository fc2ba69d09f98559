package dev.stockade.policy.tls;

import dev.stockade.base.Limits;
import dev.stockade.policy.rule.Direction;

/**
 * The known facts about one handshake. Strings are null and numbers 0 where unknown. Holds only
 * values, so that a record waiting in the journal's ring keeps no session or socket alive. Strings
 * of a peer's choice are cut when they are set ({@link Limits}).
 */
public final class TlsFacts {
  private final Builder values;

  private TlsFacts(Builder values) {
    this.values = values;
  }

  public Direction direction() {
    return values.direction;
  }

  /** The peer's name as the application gave it; never looked up. */
  public String host() {
    return values.host;
  }

  /** The peer's address in text form. */
  public String ip() {
    return values.ip;
  }

  /** What the peer is called, inbound its address; null where neither that nor a name is known. */
  public String peerName() {
    boolean inbound = values.direction == Direction.IN;
    String first = inbound ? values.ip : values.host;
    return first != null ? first : inbound ? values.host : values.ip;
  }

  /** The peer's port. For an inbound connection it is an ephemeral one. */
  public int port() {
    return values.port;
  }

  /** The address on this side. */
  public String localIp() {
    return values.localIp;
  }

  /** The port on this side. For an outbound connection it is an ephemeral one. */
  public int localPort() {
    return values.localPort;
  }

  /**
   * The name of what the connection goes through on its way to the peer, such as a proxy. Where one
   * of the three is known the peer is another one.
   */
  public String viaHost() {
    return values.viaHost;
  }

  /** Its address in text form. */
  public String viaIp() {
    return values.viaIp;
  }

  public int viaPort() {
    return values.viaPort;
  }

  /** The server name that the client asked for. */
  public String sni() {
    return values.sni;
  }

  /** The negotiated protocol by its JSSE name, such as {@code TLSv1.2}. */
  public String version() {
    return values.version;
  }

  /** The negotiated cipher suite by its JSSE name. */
  public String cipher() {
    return values.cipher;
  }

  /** The named group of the key exchange by its IANA name, such as {@code x25519}. */
  public String group() {
    return values.group;
  }

  /** Size of the ephemeral finite-field Diffie-Hellman prime in bits. */
  public int dhBits() {
    return values.dhBits;
  }

  /** Null where that is not known. */
  public Boolean resumed() {
    return values.resumed;
  }

  /** The certificate that the server showed; of a client the peer's, of a server its own. */
  public CertificateFacts serverCertificate() {
    return values.serverChain == null ? null : values.serverChain.leaf();
  }

  /** With its issuers. */
  public CertificateChain serverChain() {
    return values.serverChain;
  }

  /** The client's likewise. */
  public CertificateFacts clientCertificate() {
    return values.clientChain == null ? null : values.clientChain.leaf();
  }

  public CertificateChain clientChain() {
    return values.clientChain;
  }

  public ClientAuth clientAuth() {
    return values.clientAuth;
  }

  /** The application protocol that was agreed upon; empty where it is known that none was. */
  public String alpn() {
    return values.alpn;
  }

  /** Of TLS 1.2 and older (RFC 7627); null where that is not known, and in TLS 1.3. */
  public Boolean extendedMasterSecret() {
    return values.extendedMasterSecret;
  }

  /** What the peer signed the handshake with, by its IANA name; null also where it signed none. */
  public String signatureScheme() {
    return values.signatureScheme;
  }

  /** Whether the connection is known to have had another handshake before. */
  public boolean isRenegotiated() {
    return values.renegotiated;
  }

  /** From the start of the handshake to its end, rounded up. */
  public long durationMillis() {
    return values.durationMillis;
  }

  public String provider() {
    return values.provider;
  }

  /** {@code SSLSocket} or {@code SSLEngine}. */
  public String engine() {
    return values.engine;
  }

  /**
   * Of a client: the trust manager that accepts any certificate, and who set it up; null where none
   * is known to.
   */
  public String acceptsAnyCertificate() {
    return values.acceptsAnyCertificate;
  }

  /** Of a client: the host name verifier that accepts any name; otherwise likewise. */
  public String acceptsAnyHostName() {
    return values.acceptsAnyHostName;
  }

  /** Collects the values; not to be used after {@link #build()}. */
  public static final class Builder {
    private Direction direction;
    private String host;
    private String ip;
    private int port;
    private String localIp;
    private int localPort;
    private String viaHost;
    private String viaIp;
    private int viaPort;
    private String sni;
    private String version;
    private String cipher;
    private String group;
    private int dhBits;
    private Boolean resumed;
    private CertificateChain serverChain;
    private CertificateChain clientChain;
    private ClientAuth clientAuth;
    private String alpn;
    private Boolean extendedMasterSecret;
    private String signatureScheme;
    private long durationMillis;
    private boolean renegotiated;
    private String provider;
    private String engine;
    private String acceptsAnyCertificate;
    private String acceptsAnyHostName;

    public Builder(Direction direction) {
      this.direction = direction;
    }

    public Direction direction() {
      return direction;
    }

    /** As known so far; may be null. */
    public String host() {
      return host;
    }

    public Builder peer(String host, String ip, int port) {
      // Some servers give their engines an empty name.
      this.host = host != null && host.isEmpty() ? null : Limits.name(host);
      this.ip = Limits.word(ip);
      this.port = port;
      return this;
    }

    public Builder localPort(int localPort) {
      this.localPort = localPort;
      return this;
    }

    public Builder local(String ip, int port) {
      this.localIp = Limits.word(ip);
      this.localPort = port;
      return this;
    }

    public Builder via(String host, String ip, int port) {
      this.viaHost = Limits.name(host);
      this.viaIp = Limits.word(ip);
      this.viaPort = port;
      return this;
    }

    public Builder sni(String sni) {
      this.sni = Limits.name(sni);
      return this;
    }

    public Builder session(String version, String cipher, Boolean resumed) {
      this.version = Limits.word(version);
      this.cipher = Limits.word(cipher);
      this.resumed = resumed;
      return this;
    }

    public Builder keyExchange(String group, int dhBits) {
      this.group = Limits.word(group);
      this.dhBits = dhBits;
      return this;
    }

    /** Those that the peer sent and those that this side sent; null for none. */
    public Builder certificates(CertificateChain peer, CertificateChain own) {
      this.serverChain = direction == Direction.IN ? own : peer;
      this.clientChain = direction == Direction.IN ? peer : own;
      return this;
    }

    /** Null for what is not known; no application protocol is an empty one. */
    public Builder agreed(String alpn, ClientAuth clientAuth, Boolean extendedMasterSecret) {
      this.alpn = Limits.word(alpn);
      this.clientAuth = clientAuth;
      this.extendedMasterSecret = extendedMasterSecret;
      return this;
    }

    public Builder course(String signatureScheme, long durationMillis, boolean renegotiated) {
      this.signatureScheme = Limits.word(signatureScheme);
      this.durationMillis = durationMillis;
      this.renegotiated = renegotiated;
      return this;
    }

    public Builder seenIn(String provider, String engine) {
      this.provider = Limits.word(provider);
      this.engine = Limits.word(engine);
      return this;
    }

    public Builder acceptsAnyCertificate(String by) {
      this.acceptsAnyCertificate = Limits.cut(by, Limits.REASON / 4);
      return this;
    }

    public Builder acceptsAnyHostName(String by) {
      this.acceptsAnyHostName = Limits.cut(by, Limits.REASON / 4);
      return this;
    }

    public TlsFacts build() {
      return new TlsFacts(this);
    }
  }
}
