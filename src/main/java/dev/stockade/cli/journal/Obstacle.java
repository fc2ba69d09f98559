package dev.stockade.cli.journal;

import dev.stockade.cli.command.YamlText;
import dev.stockade.policy.Cidr;
import dev.stockade.policy.Peer;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The reason why a recorded violation cannot become an exception that means it and nothing else.
 */
final class Obstacle {
  /** What may stand in a match and mean this very name; RFC 1035 knows no longer one. */
  private static final Pattern HOST = Pattern.compile("[^\\s/:*?\\p{Cntrl}]{1,253}");

  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");
  private static final Pattern SUITE = Pattern.compile("[A-Za-z0-9_]{1,100}");

  /** DTLS too: {@link Evidence} writes the version of TLS that allows it. */
  private static final List<String> VERSIONS =
      Arrays.asList(
          "SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3", "DTLSv1.0", "DTLSv1.2", "DTLSv1.3");

  private Obstacle() {}

  /** A sentence; null where there is none. */
  static String to(RecordedFact fact) {
    if (!fact.isJudgeable()) {
      return "refused before anything was agreed, so the record does not tell what to allow; audit"
          + " this destination, then ask again";
    }
    if (fact.rules.isEmpty()) {
      return "the record names no rule";
    }
    if (fact.tls == null && fact.rules.stream().anyMatch(Rule::isAboutTls)) {
      return "the record names a rule about TLS for a request";
    }
    if (fact.rules.contains(Rule.TLS_MIN_VERSION) && !VERSIONS.contains(fact.tls.version())) {
      return "the record names a version that is none of TLS";
    }
    if (fact.rules.contains(Rule.TLS_CIPHER_STRENGTH)
        && !SUITE.matcher(fact.tls.cipher()).matches()) {
      return "the record names a cipher suite that can be none";
    }
    Peer peer = matchable(fact.peer());
    if (peer.port() > 65_535) {
      return "the record names a port that can be none";
    }
    boolean unknown = peer.host() == null && peer.ip() == null;
    return unknown ? "the record tells no name and no address that could be matched" : null;
  }

  /** Without names that a match would read as something else; an address stands for itself. */
  static Peer matchable(Peer peer) {
    String host = peer.host();
    boolean inbound = peer.direction() == Direction.IN;
    String ip = peer.ip() == null ? null : peer.ip().replaceFirst("%.*", "");
    return new Peer(
        peer.direction(),
        !inbound && isHost(host) ? host : null,
        isAddress(ip) ? ip : null,
        peer.port(),
        null);
  }

  private static boolean isHost(String host) {
    return host != null
        && ((host.indexOf(':') >= 0 && isAddress(host))
            || (HOST.matcher(host).matches() && YamlText.isPlain(host)));
  }

  private static boolean isAddress(String text) {
    return text != null
        && ADDRESS.matcher(text).matches()
        && text.indexOf('/') < 0
        && Cidr.parse(text) != null;
  }
}
