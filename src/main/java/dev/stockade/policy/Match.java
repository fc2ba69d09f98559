package dev.stockade.policy;

import dev.stockade.policy.rule.Direction;
import java.util.Collections;
import java.util.List;

/**
 * The connections and requests that an exception is for: all that is set must fit, and what is not
 * known of a peer fits nothing. Immutable.
 */
public final class Match {
  private final Builder values;

  private Match(Builder values) {
    this.values = values;
  }

  /**
   * Whether the exception is for this peer.
   *
   * @param service the process's own name, by the option {@code service}
   * @param code asked only when everything else fits; null where the code is not known
   */
  public boolean fits(Peer peer, String service, CodeName code) {
    return (values.direction == null || values.direction == peer.direction())
        && (values.port == 0 || values.port == peer.port())
        && (values.host == null || values.host.fits(peer.host()))
        && (values.sni == null || values.sni.fits(serverName(peer)))
        && (values.cidr == null || values.cidr.contains(peer.ip()))
        && (values.service == null || values.service.fits(service))
        && (values.code == null
            || isBelow(values.code, code == null ? null : code.classNames(peer)));
  }

  private static boolean isBelow(String name, List<String> classNames) {
    if (classNames != null) {
      for (String className : classNames) {
        if (isBelow(name, className)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A client that knows a host asks for it. Servers know too late to narrow by it. */
  private static String serverName(Peer peer) {
    return peer.direction() != Direction.OUT ? null : peer.sni() != null ? peer.sni() : peer.host();
  }

  /** Whether the answer may depend on the code that opens the connection. */
  public boolean asksForCode() {
    return values.code != null;
  }

  /** Whether all that the other fits, this fits too; false when that is hard to decide. */
  public boolean covers(Match match) {
    Builder other = match.values;
    return (values.direction == null || values.direction == other.direction)
        && (values.port == 0 || values.port == other.port)
        && covers(values.host, other.host)
        && covers(values.sni, other.sni)
        && covers(values.service, other.service)
        && (values.cidr == null || (other.cidr != null && values.cidr.covers(other.cidr)))
        && (values.code == null || isBelow(values.code, other.code));
  }

  private static boolean covers(Glob glob, Glob other) {
    return glob == null || (other != null && glob.covers(other));
  }

  /** A glob as written, or null. */
  public String host() {
    return values.host == null ? null : values.host.toString();
  }

  /** 0 for any. */
  public int port() {
    return values.port;
  }

  public String sni() {
    return values.sni == null ? null : values.sni.toString();
  }

  public String cidr() {
    return values.cidr == null ? null : values.cidr.toString();
  }

  public Direction direction() {
    return values.direction;
  }

  public String service() {
    return values.service == null ? null : values.service.toString();
  }

  /** A package or class name, or null. */
  public String code() {
    return values.code;
  }

  /** {@code host *.erp.internal, port 8443, direction out}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, "host", values.host);
    append(text, "cidr", values.cidr);
    append(text, "port", values.port == 0 ? null : values.port);
    append(text, "sni", values.sni);
    append(text, "direction", values.direction == null ? null : values.direction.label());
    append(text, "service", values.service);
    append(text, "code", values.code);
    return text.toString();
  }

  private static void append(StringBuilder text, String name, Object value) {
    if (value != null) {
      text.append(text.length() == 0 ? "" : ", ").append(name).append(' ').append(value);
    }
  }

  private static boolean isBelow(String name, String className) {
    return className != null
        && className.startsWith(name)
        && (className.length() == name.length()
            || className.charAt(name.length()) == '.'
            || className.charAt(name.length()) == '$');
  }

  /** Of one class, or of none where it is null. */
  public static List<String> namesOf(String className) {
    return className == null
        ? Collections.<String>emptyList()
        : Collections.singletonList(className);
  }

  /** The class of the application that opened the connection; looked for only when needed. */
  public interface CodeName {
    /**
     * One, where it is known; more, where it is one of these; none or null where it is not known.
     */
    List<String> classNames(Peer peer);
  }

  /** Collects the conditions; not to be used after {@link #build()}. */
  public static final class Builder {
    private Glob host;
    private Cidr cidr;
    private int port;
    private Glob sni;
    private Direction direction;
    private Glob service;
    private String code;

    public Builder host(Glob host) {
      this.host = host;
      return this;
    }

    public Builder cidr(Cidr cidr) {
      this.cidr = cidr;
      return this;
    }

    public Builder port(int port) {
      this.port = port;
      return this;
    }

    public Builder sni(Glob sni) {
      this.sni = sni;
      return this;
    }

    public Builder direction(Direction direction) {
      this.direction = direction;
      return this;
    }

    public Builder service(Glob service) {
      this.service = service;
      return this;
    }

    /** A package with all below it, or a class. */
    public Builder code(String code) {
      this.code = code;
      return this;
    }

    public Match build() {
      return new Match(this);
    }
  }
}
