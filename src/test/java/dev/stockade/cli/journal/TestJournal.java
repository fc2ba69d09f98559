package dev.stockade.cli.journal;

import dev.stockade.journal.CallSite;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.SeenCertificate;
import dev.stockade.journal.TestOwner;
import dev.stockade.journal.format.ReshapedLine;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Match;
import dev.stockade.policy.Peer;
import dev.stockade.policy.Policy;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import java.nio.file.Path;
import java.util.List;

/** A real journal of what a policy says of facts, recorded as the engine records. */
public final class TestJournal implements AutoCloseable {
  private static final Match.CodeName CODE = peer -> List.of("com.acme.Dao");
  private static final CallSite PLACE = new CallSite("com.acme.Dao", "load", "acme.jar");

  private final long now = System.currentTimeMillis();
  private final Journal journal;
  private final Judge judge;

  public TestJournal(Path file, Policy policy) {
    this(file, policy, false, 0);
  }

  /**
   * @param maxSize bytes after which the file is put aside; 0 for never
   */
  public TestJournal(Path file, Policy policy, boolean chain, long maxSize) {
    this(file, policy, chain, maxSize, "ndjson");
  }

  /**
   * @param format as the option {@code journal.format} says
   */
  TestJournal(Path file, Policy policy, boolean chain, long maxSize, String format) {
    judge = new Judge(policy, "orders", null);
    journal =
        new Journal(
            new TestOwner(
                    new JournalSettings(policy.mode().label())
                        .target(file.toString())
                        .names("orders", "host-1")
                        .summary(false)
                        .chain(chain)
                        .rotation(maxSize, 100))
                .form(ReshapedLine.named(format)));
  }

  public Decision add(TlsFacts facts) {
    Decision decision =
        judge.handshake(judge.effective(Peer.of(facts), CODE, 0, now), facts, Offer.UNKNOWN, now);
    EventKind kind =
        decision.action() == Action.BLOCKED ? EventKind.TLS_BLOCKED : EventKind.TLS_HANDSHAKE;
    CallSite code = decision.finding().verdict() == Verdict.PASS ? null : PLACE;
    journal.offer(Event.ofTls(kind, now, judge.policy(), decision, facts, code));
    boolean inbound = facts.direction() == Direction.IN;
    describe(facts, facts.serverCertificate(), inbound, true);
    describe(facts, facts.clientCertificate(), !inbound, false);
    return decision;
  }

  private void describe(TlsFacts facts, CertificateFacts leaf, boolean own, boolean ofServer) {
    if (leaf != null) {
      SeenCertificate seen = new SeenCertificate(leaf, 0, own, ofServer, 0);
      journal.offer(Event.ofCertificate(now, facts, seen));
    }
  }

  public Decision add(AwsFacts facts) {
    Decision decision = judge.request(judge.effective(Peer.of(facts), CODE, 0, now), facts, now);
    EventKind kind =
        decision.action() == Action.BLOCKED ? EventKind.AWS_BLOCKED : EventKind.AWS_REQUEST;
    boolean found = decision.finding().verdict().compareTo(Verdict.WARN) >= 0;
    journal.offer(Event.ofAws(kind, now, judge.policy(), decision, facts, found ? PLACE : null));
    return decision;
  }

  /** A handshake that ended before anything was agreed. */
  void addRefusedOffer(TlsFacts facts, Decision decision) {
    journal.offer(Event.ofTls(EventKind.TLS_BLOCKED, now, judge.policy(), decision, facts, PLACE));
  }

  @Override
  public void close() {
    journal.close();
  }
}
