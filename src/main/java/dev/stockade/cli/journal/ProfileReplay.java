package dev.stockade.cli.journal;

import dev.stockade.policy.Decision;
import dev.stockade.policy.Policy;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Verdict;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What enforcing one profile would do to the recorded handshakes. */
final class ProfileReplay {
  /** A forged journal could name any number. */
  private static final int MAX = 5000;

  /** Handshakes that have the same fate, and whom they concern. */
  static final class Share {
    private final Set<String> destinations = new HashSet<>();
    private final Set<String> services = new HashSet<>();
    private long connections;

    private void add(RecordedFact fact) {
      connections = Counts.sum(connections, fact.count);
      if (destinations.size() < MAX) {
        destinations.add(fact.destination());
      }
      if (fact.service != null && services.size() < MAX) {
        services.add(fact.service);
      }
    }

    String text() {
      return String.format("%11d %12d %8d", connections, destinations.size(), services.size());
    }

    Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("connections", connections);
      members.put("destinations", destinations.size());
      members.put("services", services.size());
      return members;
    }
  }

  private final Replay replay;
  private final String profile;
  private final long now;
  private final Share blocked = new Share();
  private final Share warned = new Share();
  private long unjudged;

  /**
   * @param policy of which all but mode and profile holds
   * @param now when it is to hold, for exceptions that expire
   */
  ProfileReplay(Policy policy, String profile, long now) {
    Policy enforcing = policy.copy().mode(Mode.ENFORCE).profile(profile).candidate(null).build();
    this.replay = new Replay(enforcing);
    this.profile = enforcing.profile();
    this.now = now;
  }

  /** Not for requests: profiles are about TLS. */
  void take(RecordedFact fact) {
    Decision decision = fact.isJudgeable() ? replay.decide(fact, now) : null;
    if (decision == null || replay.doubt(fact) != null) {
      unjudged = Counts.sum(unjudged, fact.count);
    } else if (decision.isRefusal()) {
      blocked.add(fact);
    } else if (decision.finding().verdict() == Verdict.WARN) {
      warned.add(fact);
    }
  }

  /** How many handshakes their records say too little of. */
  long unjudged() {
    return unjudged;
  }

  String line() {
    return String.format("%-48s %s  %s", profile, blocked.text(), warned.text());
  }

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("profile", profile);
    members.put("blocked", blocked.members());
    members.put("warned", warned.members());
    members.put("notJudged", unjudged);
    return members;
  }
}
