package dev.stockade.journal.jfr;

import dev.stockade.journal.CallSite;
import dev.stockade.journal.Event;
import dev.stockade.policy.Decision;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Rule;
import java.util.List;
import jdk.jfr.Label;

/** What all events have: the names and values of a record's fields. What is unknown is null. */
abstract class DecisionEvent extends jdk.jfr.Event {
  String kind;
  String mode;
  String profile;

  @Label("Policy Digest")
  String policyDigest;

  String verdict;
  String action;
  String rule;

  @Label("Rules, Separated by Blanks")
  String rules;

  String reason;
  String exception;

  @Label("Verdict of the Candidate Policy")
  String candidateVerdict;

  @Label("Action of the Candidate Policy")
  String candidateAction;

  @Label("Calling Class")
  String codeClass;

  @Label("Calling Method")
  String codeMethod;

  @Label("Calling Jar")
  String codeJar;

  /** Takes all that the event has. */
  void take(Event event) {
    kind = event.kind().label();
    if (event.policy() != null) {
      mode = event.policy().mode().label();
      profile = event.policy().profile();
      policyDigest = event.policy().digest();
    }
    finding(event.finding());
    action = event.action() == null ? null : event.action().label();
    exception = event.exception() == null ? null : event.exception().id();
    Decision candidate = event.candidate();
    if (candidate != null) {
      candidateVerdict = candidate.finding().verdict().label();
      candidateAction = candidate.action().label();
    }
    CallSite code = event.code();
    if (code != null) {
      codeClass = code.className();
      codeMethod = code.method();
      codeJar = code.jar();
    }
  }

  private void finding(Finding finding) {
    if (finding == null) {
      return;
    }
    verdict = finding.verdict().label();
    reason = finding.reason();
    rule = finding.rule() == null ? null : finding.rule().id();
    List<Rule> all = finding.rules();
    if (!all.isEmpty()) {
      StringBuilder ids = new StringBuilder();
      for (Rule one : all) {
        ids.append(ids.length() == 0 ? "" : " ").append(one.id());
      }
      rules = ids.toString();
    }
  }
}
