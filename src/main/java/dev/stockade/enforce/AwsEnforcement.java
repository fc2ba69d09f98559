package dev.stockade.enforce;

import dev.stockade.aws.AwsRequestInspector;
import dev.stockade.aws.request.ObjectPool;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.AwsPolicy;
import dev.stockade.policy.rule.Action;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HostStackTrace;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Enforces the policy on a request, whatever HTTP client writes it: judges it, records it, perhaps
 * refuses it.
 */
public final class AwsEnforcement {
  private final AwsRequestInspector check;
  private final RequestDecisions decisions;
  private final ObjectPool<RequestHead> heads = new ObjectPool<>(RequestHead::new);

  public AwsEnforcement(AwsRequestInspector check, Journal journal, ActivePolicy activePolicy) {
    this.check = check;
    this.decisions = new RequestDecisions(activePolicy, journal);
  }

  /** A request, started anew, for {@link #judge}; see {@link RequestHead#begin}. */
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
    long now = System.currentTimeMillis();
    AwsFacts facts;
    try {
      facts = check.of(client, head, now);
    } finally {
      head.clear();
      heads.give(head);
    }
    if (facts == null) {
      return null;
    }
    Decision decision = decisions.request(facts, now);
    // Apache and OkHttp retry an IOException, OkHttp 3 over HTTP/2 for ever; this one they do not.
    return decision.action() == Action.BLOCKED
        ? HostStackTrace.of(
            new SSLPeerUnverifiedException(AwsPolicy.blockSentence(facts, decision.finding())))
        : null;
  }

  /** Judges, records, and refuses by the exception that the hooked method then throws. */
  public void check(String client, RequestHead head) throws BlockException {
    SSLException refusal = judge(client, head);
    if (refusal != null) {
      throw new BlockException(refusal);
    }
  }
}
