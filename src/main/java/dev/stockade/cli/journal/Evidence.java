package dev.stockade.cli.journal;

import dev.stockade.cli.command.YamlText;
import dev.stockade.policy.Peer;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.EnforcedBy;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.Protocols;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** All violations at one destination: what an exception for them has to match and to allow. */
final class Evidence {
  final Direction direction;
  final String host;
  final String ip;
  final int port;

  /** Beyond these no one asks for more: a forged journal could name any number. */
  private static final int MAX_NAMES = 50;

  private static final int MAX_LENGTH = 200;

  /** Services that were concerned, at most two: an exception names one or none. */
  final Set<String> services = new TreeSet<>();

  boolean hasNamelessService;
  String oldest;
  boolean lacksForwardSecrecy;
  final Set<String> weakSuites = new TreeSet<>();

  /** Whether there were more of them than an exception is to name. */
  boolean hasMoreSuites;

  /** What can only be allowed as a whole. */
  final Set<Rule> rules = EnumSet.noneOf(Rule.class);

  final Set<String> seen = new TreeSet<>();
  String reason;
  long count;
  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;

  Evidence(Peer peer) {
    direction = peer.direction();
    host = direction == Direction.IN ? null : peer.host();
    ip = host == null ? peer.ip() : null;
    port = direction == Direction.IN ? 0 : peer.port();
  }

  /** Facts with the same key belong to the same exception. */
  String key() {
    return direction + " " + host + " " + ip + " " + port;
  }

  void add(RecordedFact fact) {
    count = Counts.sum(count, fact.count);
    first = Math.min(first, fact.first);
    last = Math.max(last, fact.last);
    if (reason == null && fact.reason != null) {
      reason = YamlText.cut(fact.reason, MAX_LENGTH * 2);
    }
    hasNamelessService |= fact.service == null;
    if (fact.service != null && services.size() < 2) {
      services.add(fact.service);
    }
    if (seen.size() < MAX_NAMES && fact.what() != null) {
      seen.add(YamlText.cut(fact.what(), MAX_LENGTH));
    }
    boolean byMode = fact.rules.stream().anyMatch(Evidence::isByMode);
    for (Rule rule : fact.rules) {
      // Beside a rule that the mode enforces, a milder one is most likely only reported.
      if (isByMode(rule) || (!byMode && rule.isEnforceable())) {
        allow(rule, fact);
      }
    }
  }

  private void allow(Rule rule, RecordedFact fact) {
    switch (rule) {
      case TLS_MIN_VERSION:
        String version = fact.tls.version();
        oldest = oldest == null || Protocols.isOlder(version, oldest) ? version : oldest;
        break;
      case TLS_FORWARD_SECRECY:
        lacksForwardSecrecy = true;
        break;
      case TLS_CIPHER_STRENGTH:
        hasMoreSuites |= weakSuites.size() == MAX_NAMES && !weakSuites.contains(fact.tls.cipher());
        if (weakSuites.size() < MAX_NAMES) {
          weakSuites.add(fact.tls.cipher());
        }
        break;
      default:
        rules.add(rule);
    }
  }

  private static boolean isByMode(Rule rule) {
    return rule.enforceable() == EnforcedBy.BY_MODE;
  }
}
