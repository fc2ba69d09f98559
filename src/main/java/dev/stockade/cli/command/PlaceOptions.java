package dev.stockade.cli.command;

import dev.stockade.policy.Cidr;
import dev.stockade.policy.Peer;
import dev.stockade.policy.rule.Direction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** A connection in the words of a command line: who connects to what. */
public final class PlaceOptions {
  private static final Pattern PLACE =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]+)\\]|([^\\s:/\\[\\]]*)):(\\d{1,5})");

  @Option(names = "--sni", paramLabel = "NAME", description = "The server name asked for.")
  private String sni;

  @Option(
      names = "--direction",
      paramLabel = "out|in",
      description = "out (default) for this process as client; in for its own port, such as :8443.")
  private Direction direction = Direction.OUT;

  @Option(names = "--ip", paramLabel = "ADDRESS", description = "The peer's address.")
  private String ip;

  @Option(names = "--service", paramLabel = "NAME", description = "The process's service name.")
  private String service;

  @Option(names = "--code", paramLabel = "CLASS", description = "The class that connects.")
  private String code;

  @Option(
      names = "--instance",
      paramLabel = "NAME",
      description = "The process's instance name, by which a canary chooses; see status.")
  private String instance;

  @Option(
      names = "--all-rules",
      description = "Names every rule, not only those that stand out here.")
  private boolean allRules;

  /** Whether the string has the form of a destination; rules have no colon. */
  public static boolean isPlace(String text) {
    return PLACE.matcher(text).matches();
  }

  /**
   * The peer at a destination. Names are not looked up; one that is an address is taken as such.
   *
   * @param place {@code host:port}, {@code [::1]:port}, or inbound {@code :port}
   */
  public Peer peer(String place) {
    Matcher parts = PLACE.matcher(place);
    if (!parts.matches()) {
      throw CommandFailure.usage("not host:port: " + place);
    }
    int port = Integer.parseInt(parts.group(3));
    if (port < 1 || port > 65_535) {
      throw CommandFailure.usage("a port is a number from 1 to 65535, not " + port);
    }
    if (ip != null && !isAddress(ip)) {
      throw CommandFailure.usage("--ip: not an address: " + ip);
    }
    String name = parts.group(1) != null ? parts.group(1) : parts.group(2);
    String host = name.isEmpty() ? null : name;
    if (host == null && direction == Direction.OUT) {
      throw CommandFailure.usage(
          "no host in " + place + "; for this process's own port add --direction in");
    }
    String address = ip == null && host != null && isAddress(host) ? host : ip;
    return new Peer(direction, host, address, port, sni);
  }

  /** For people; JSON has all rules anyway. */
  public boolean allRules() {
    return allRules;
  }

  /** Null where not given, as the next two. */
  public String service() {
    return service;
  }

  public String code() {
    return code;
  }

  public String instance() {
    return instance;
  }

  private static boolean isAddress(String text) {
    return text.indexOf('/') < 0 && Cidr.parse(text) != null;
  }
}
