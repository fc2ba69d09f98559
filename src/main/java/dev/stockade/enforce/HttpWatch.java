package dev.stockade.enforce;

import dev.stockade.aws.AwsCheck;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Spares;
import dev.stockade.aws.request.Transport;
import dev.stockade.journal.CodePlace;
import dev.stockade.journal.Event;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Kind;
import dev.stockade.policy.Decision;
import dev.stockade.policy.InForce;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Peer;
import dev.stockade.policy.Terms;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.AwsPolicy;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.weave.Block;
import dev.stockade.weave.HostTrace;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What becomes of a request, whatever HTTP client writes it: judged, recorded, perhaps refused. */
public final class HttpWatch {
  private final AwsCheck check;
  private final Journal journal;
  private final InForce inForce;

  private final Spares<RequestHead> heads = new Spares<>(RequestHead::new);

  public HttpWatch(AwsCheck check, Journal journal, InForce inForce) {
    this.check = check;
    this.journal = journal;
    this.inForce = inForce;
  }

  /** A request, begun anew, for {@link #judge}; see {@link RequestHead#begin}. */
  public RequestHead begin(Transport transport, String method, String target, String authority) {
    return heads.take().begin(transport, method, target, authority);
  }

  /**
   * Judges and records a request whose head is complete.
   *
   * @param client the HTTP client's name in records
   * @return what the client shall fail with instead of writing the request, or null
   */
  public SSLException judge(String client, RequestHead head) {
    AwsFacts facts;
    try {
      facts = check.of(client, head, System.currentTimeMillis());
    } finally {
      head.clear();
      heads.give(head);
    }
    if (facts == null) {
      return null;
    }
    long now = System.currentTimeMillis();
    Judge judge = inForce.judge();
    Terms terms = judge.everywhere();
    if (terms == null) {
      long request = ThreadLocalRandom.current().nextLong();
      terms = judge.terms(Peer.of(facts), CallingCode.CLASS_NAME, request, now);
    }
    Decision decision = judge.request(terms, facts, now);
    boolean blocked = decision.action() == Action.BLOCKED;
    // A program with a long-term key has a note on each request: too often to walk the stack.
    boolean isWorthASearch = decision.finding().verdict().compareTo(Verdict.WARN) >= 0;
    CodePlace code = isWorthASearch ? CallingCode.find(facts.host()) : null;
    Kind kind = blocked ? Kind.AWS_BLOCKED : Kind.AWS_REQUEST;
    journal.offer(Event.ofAws(kind, now, judge.policy(), decision, facts, code));
    journal.offerChanges(decision);
    inForce.count(judge, decision);
    // Apache and OkHttp retry an IOException, OkHttp 3 over HTTP/2 for ever; this one they do not.
    return blocked
        ? HostTrace.of(
            new SSLPeerUnverifiedException(AwsPolicy.blockSentence(facts, decision.finding())))
        : null;
  }

  /** Judges, records, and refuses by the exception that the hooked method then throws. */
  public void check(String client, RequestHead head) throws Block {
    SSLException refusal = judge(client, head);
    if (refusal != null) {
      throw new Block(refusal);
    }
  }
}
