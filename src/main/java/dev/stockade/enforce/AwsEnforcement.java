package dev.stockade.enforce;

import dev.stockade.aws.AwsRequestInspector;
import dev.stockade.aws.request.ObjectPool;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AwsAnswer;
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
  private final AwsAnswers answers;
  private final AwaitedAnswers awaited = new AwaitedAnswers();
  private final ObjectPool<RequestHead> heads = new ObjectPool<>(RequestHead::new);

  AwsEnforcement(
      AwsRequestInspector check, Journal journal, ActivePolicy activePolicy, AwsAnswers answers) {
    this.check = check;
    this.decisions = new RequestDecisions(activePolicy, journal);
    this.answers = answers;
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
    return judge(client, head, null);
  }

  /**
   * The same for a client that shows its answers.
   *
   * @param answeredBy what {@link PlainAnswers} will find the request by; held weakly
   */
  public SSLException judge(String client, RequestHead head, Object answeredBy) {
    long now = System.currentTimeMillis();
    AwsFacts facts;
    long key;
    long attempt;
    boolean hasSdk;
    try {
      facts = check.of(client, head, now);
      // Without a host nothing is judged, but it is seen on its way all the same.
      key = facts != null || head.authority() == null ? RequestKeys.of(head) : 0;
      hasSdk = key != 0 && RequestKeys.isOfSdk(head);
      attempt = facts == null ? 0 : RequestKeys.ofDoubtful(facts, head);
    } finally {
      head.clear();
      heads.give(head);
    }
    JudgedRequest judged = facts == null ? JudgedRequest.NONE : decisions.request(facts, now);
    Decision decision = judged.decision;
    // Apache and OkHttp retry an IOException, OkHttp 3 over HTTP/2 for ever; this one they do not.
    if (decision != null && decision.action() == Action.BLOCKED) {
      return HostStackTrace.of(
          new SSLPeerUnverifiedException(AwsPolicy.blockSentence(facts, decision.finding())));
    }
    // An SDK knows more of the answer than the client below it.
    awaited.sent(answeredBy, hasSdk ? 0 : key);
    if (key != 0) {
      answers.sent(key, judged);
    }
    if (attempt != 0 && attempt != key) {
      answers.sent(attempt, judged);
    }
    return null;
  }

  /**
   * The key by which the answer to a signed request finds what was judged: from the value of its
   * header {@code Authorization}, before and after it was sent. 0 without an AWS signature.
   */
  public static long keyOfSignature(String authorization) {
    return RequestKeys.ofSignature(authorization);
  }

  /**
   * The same for a request that is not signed, or whose signature was changed on its way: by how an
   * SDK numbers its attempts, the headers {@code amz-sdk-invocation-id} and {@code
   * amz-sdk-request}. 0 without them.
   */
  public static long keyOfAttempt(String invocation, String request) {
    return RequestKeys.ofAttempt(invocation, request);
  }

  /** Whether a request has an AWS signature that no SDK made: its HTTP client has the answer. */
  public static boolean isSignedByHand(RequestHead head) {
    return RequestKeys.ofSignature(head.first("authorization")) != 0 && !RequestKeys.isOfSdk(head);
  }

  /** The request with this key that was seen on its way, not long ago; null for none. */
  public SentRequest find(long key) {
    return answers.find(key);
  }

  /** Whether more than the status of the answer is of use, so that it is worth looking for. */
  public boolean wantsDetails(SentRequest request, int status) {
    return answers.wantsDetails(request, status);
  }

  /**
   * AWS answered a request: counts, records and compares it with the verdict. Of several answers to
   * one the first counts.
   */
  public void answered(SentRequest request, AwsAnswer answer) {
    answers.answered(request, answer);
  }

  /**
   * An SDK has an answer to a request that it signed and that no HTTP client was seen to send.
   *
   * @param authorization the header's value as the SDK signed it
   * @param host without a port
   * @param transport the class of the HTTP client
   */
  public void unseen(String authorization, String method, String host, String transport) {
    answers.unseen(authorization, method, host, transport);
  }

  /** The answers that clients without an SDK wait for. */
  AwaitedAnswers awaited() {
    return awaited;
  }

  /** Judges, records, and refuses by the exception that the hooked method then throws. */
  public void check(String client, RequestHead head) throws BlockException {
    check(client, head, null);
  }

  /** The same for a client that shows its answers; see {@link #judge}. */
  public void check(String client, RequestHead head, Object answeredBy) throws BlockException {
    SSLException refusal = judge(client, head, answeredBy);
    if (refusal != null) {
      throw new BlockException(refusal);
    }
  }
}
