package dev.stockade.enforce;

import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AnswerReason;
import dev.stockade.policy.aws.AwsAnswer;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;

/**
 * What AWS answered to the requests that were judged here: counted by verdict, recorded where it
 * refused who asked, and compared. A verdict that AWS's answer shows to be wrong is not enforced
 * any more for that service.
 */
final class AwsAnswers {
  private final SentRequests sent = new SentRequests();
  private final Journal journal;
  private final ActivePolicy activePolicy;
  private final boolean recordsAll;
  private final UnseenRequests unseen;

  /**
   * @param recordsAll whether each answer is recorded, with its ids
   */
  AwsAnswers(Enforcement enforcement, boolean recordsAll) {
    this.journal = enforcement.journal();
    this.activePolicy = enforcement.activePolicy();
    this.recordsAll = recordsAll;
    this.unseen = new UnseenRequests(enforcement, sent);
  }

  /** A request is about to be written; see {@link SentRequests#add}. */
  void sent(long key, JudgedRequest request) {
    sent.add(key, request, System.nanoTime());
  }

  /** The request that was written not long ago; null where none was seen. */
  SentRequest find(long key) {
    return key == 0 ? null : sent.find(key, System.nanoTime());
  }

  /** See {@link UnseenRequests}. */
  void unseen(String authorization, String method, String host, String transport) {
    unseen.answered(authorization, method, host, transport);
  }

  /** Whether more than the status of this answer is of use. */
  boolean wantsDetails(SentRequest request, int status) {
    return recordsAll
        || status >= 400
        || (request.facts != null && isDoubtful(request.facts.signature()));
  }

  /** AWS answered; the first time counts. */
  void answered(SentRequest request, AwsAnswer answer) {
    if (!request.answer()) {
      return;
    }
    if (request.facts == null) {
      journal.answers().addSeen(null, null);
    } else {
      compare(request.facts, request.decision, answer);
    }
  }

  private void compare(AwsFacts facts, Decision decision, AwsAnswer answer) {
    SignatureStatus ours = facts.signature();
    journal.answers().addSeen(ours, answer.kind(ours));
    if (isDisagreement(facts, answer)) {
      disagreed(facts, decision, answer);
    } else if (recordsAll || answer.isAboutAuthentication()) {
      offer(facts, decision, answer, AnswerReason.finding(decision.finding(), facts, answer));
    }
  }

  /**
   * What others than AWS accept says nothing: a server for tests, a program of somebody behind a
   * function's URL or a gateway, or, without TLS, whoever is on the way.
   */
  private static boolean isDisagreement(AwsFacts facts, AwsAnswer answer) {
    return facts.isOfApi()
        && isDoubtful(facts.signature())
        && answer.isSurelyAccepted()
        && !isCleartext(facts);
  }

  private static boolean isCleartext(AwsFacts facts) {
    for (Observation observation : facts.observations()) {
      if (observation.rule() == Rule.AWS_CLEARTEXT) {
        return true;
      }
    }
    return false;
  }

  /** What AWS is sure to refuse. */
  private static boolean isDoubtful(SignatureStatus ours) {
    return ours == SignatureStatus.MISMATCH
        || ours == SignatureStatus.MISSING
        || ours == SignatureStatus.MALFORMED;
  }

  private void disagreed(AwsFacts facts, Decision decision, AwsAnswer answer) {
    journal.answers().addDisagreement();
    Rule rule = facts.signature().rule();
    activePolicy.distrust(rule, AnswerReason.serviceOf(facts));
    String reason = AnswerReason.ofDisagreement(facts, answer);
    offer(facts, decision, answer, Finding.of(Verdict.WARN, rule, reason));
  }

  private void offer(AwsFacts facts, Decision decision, AwsAnswer answer, Finding finding) {
    Decision said = Decision.of(decision.action(), finding);
    AwsFacts all = facts.answered(recordsAll ? answer.single() : answer);
    long now = System.currentTimeMillis();
    journal.offer(
        Event.ofAws(EventKind.AWS_ANSWER, now, activePolicy.judge().policy(), said, all, null));
  }
}
