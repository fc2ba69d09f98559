package dev.stockade.policy;

import dev.stockade.base.Authority;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.TlsFacts;

/** The peer of a connection or request, by what a policy can distinguish destinations. */
public final class Peer {
  private final Direction direction;
  private final String host;
  private final String ip;
  private final int port;
  private final String sni;

  /**
   * @param direction null where unknown
   * @param host as the application gave it, null where unknown
   * @param ip in text form, null where unknown
   * @param port the peer's outbound, ours inbound; 0 where unknown
   * @param sni the server name asked for, null where unknown
   */
  public Peer(Direction direction, String host, String ip, int port, String sni) {
    this.direction = direction;
    this.host = host;
    this.ip = ip;
    this.port = port;
    this.sni = sni;
  }

  /** Of a handshake. Inbound the peer's port is a passing one, so ours is taken. */
  public static Peer of(TlsFacts facts) {
    boolean inbound = facts.direction() == Direction.IN;
    return new Peer(
        facts.direction(),
        facts.host(),
        facts.ip(),
        inbound ? facts.localPort() : facts.port(),
        facts.sni());
  }

  /** Of a request to AWS. */
  public static Peer of(AwsFacts facts) {
    return new Peer(Direction.OUT, facts.host(), null, 0, null);
  }

  public Direction direction() {
    return direction;
  }

  public String host() {
    return host;
  }

  public String ip() {
    return ip;
  }

  public int port() {
    return port;
  }

  public String sni() {
    return sni;
  }

  /**
   * The destination's name in canaries: {@code db.internal:1433}, {@code [2001:db8::7]:1433},
   * {@code in:8443}, {@code s3.eu-west-1.amazonaws.com}; never null.
   */
  public String destination() {
    if (direction == Direction.IN) {
      return port > 0 ? "in:" + port : "in";
    }
    String name = host != null ? host : ip != null ? ip : "unknown";
    return Authority.of(name, port);
  }
}
