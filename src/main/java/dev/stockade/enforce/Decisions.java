package dev.stockade.enforce;

import dev.stockade.journal.CallSite;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Judge;

/**
 * The one way that every decision goes, of a handshake or a request: decided by what holds there,
 * recorded, what a canary takes back because of it, and counted.
 */
final class Decisions {
  private final ActivePolicy inForce;
  private final Journal journal;

  Decisions(ActivePolicy inForce, Journal journal) {
    this.inForce = inForce;
    this.journal = journal;
  }

  /** The policy in force now. */
  Judge judge() {
    return inForce.judge();
  }

  Decision on(Case one) {
    long now = System.currentTimeMillis();
    Decision decision = one.decide(now);
    boolean isWorthASearch = decision.finding().verdict().compareTo(one.searchedFrom()) >= 0;
    CallSite code = isWorthASearch ? CallSiteFinder.find(one.host()) : null;
    journal.offer(one.event(decision, code, now));
    journal.offerChanges(decision);
    inForce.count(one.judge, decision);
    return decision;
  }
}
