package dev.stockade.enforce;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.endpoint.Endpoints;
import dev.stockade.aws.keys.SignedRequest;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AnswerReason;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Verdict;

/**
 * Finds HTTP clients that nobody watches: an SDK has an answer to a request that it signed, and no
 * hook saw it written. It is said only of a signature that was made when all hooks were in place
 * already, while nothing was forgotten that was written since, and as long as no hook of ours has
 * failed; each client once.
 */
final class UnseenRequests {
  private final Enforcement enforcement;
  private final SentRequests sent;
  private final Journal journal;

  UnseenRequests(Enforcement enforcement, SentRequests sent) {
    this.enforcement = enforcement;
    this.sent = sent;
    this.journal = enforcement.journal();
  }

  /** See {@link AwsEnforcement#unseen}. */
  void answered(String authorization, String method, String host, String transport) {
    Long since = enforcement.hooksInPlace();
    int start = RequestKeys.signature(authorization);
    if (since == null || start < 0 || host == null || journal.hasHookFailed()) {
      return;
    }
    String signature = authorization.substring(start, RequestKeys.end(authorization, start));
    SignedRequest signed = enforcement.log().find(signature);
    long key = RequestKeys.ofSignature(authorization);
    if (signed == null
        || signed.at() - since < 0
        || !sent.remembers(key, signed.at(), System.nanoTime())) {
      return;
    }
    journal.answers().addNotSeen();
    AwsFacts facts = facts(method, host, transport);
    if (journal.answers().addUnseen(AnswerReason.serviceOf(facts), transport)) {
      report(facts);
    }
  }

  private static AwsFacts facts(String method, String host, String transport) {
    AwsFacts.Builder facts = new AwsFacts.Builder().http(transport, method, host);
    Endpoint endpoint = Endpoints.of(host);
    if (endpoint != null) {
      String name = endpoint.signingName();
      facts.endpoint(
          endpoint.partition(), name == null ? endpoint.service() : name, endpoint.region());
    }
    return facts.build();
  }

  private void report(AwsFacts facts) {
    Finding finding = Finding.of(Verdict.WARN, null, AnswerReason.ofUnseen(facts));
    long now = System.currentTimeMillis();
    journal.offer(
        Event.ofAws(
            EventKind.AWS_UNSEEN,
            now,
            enforcement.activePolicy().judge().policy(),
            Decision.of(Action.ALLOWED, finding),
            facts,
            null));
  }
}
