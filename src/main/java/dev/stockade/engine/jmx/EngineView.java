package dev.stockade.engine.jmx;

import dev.stockade.base.Version;
import dev.stockade.engine.control.EngineState;
import dev.stockade.engine.control.StatusReport;
import dev.stockade.journal.AnswerCounts;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.policy.Policy;
import dev.stockade.policy.rule.Verdict;
import java.util.Collections;
import java.util.Map;

/** The engine as JMX shows it. */
final class EngineView implements EngineMBean {
  private final EngineState engine;

  EngineView(EngineState engine) {
    this.engine = engine;
  }

  @Override
  public String getVersion() {
    return Version.current();
  }

  @Override
  public String getMode() {
    return policy().mode().label();
  }

  @Override
  public String getProfile() {
    return policy().profile();
  }

  @Override
  public long getHandshakes() {
    return journal().count(EventKind.TLS_HANDSHAKE);
  }

  @Override
  public long getFailed() {
    return journal().count(EventKind.TLS_FAILED);
  }

  @Override
  public long getBlocked() {
    return journal().count(EventKind.TLS_BLOCKED) + journal().count(EventKind.AWS_BLOCKED);
  }

  @Override
  public long getAwsRequests() {
    return journal().count(EventKind.AWS_REQUEST) + journal().count(EventKind.AWS_BLOCKED);
  }

  @Override
  public long getViolations() {
    return journal().count(Verdict.VIOLATION);
  }

  @Override
  public long getDropped() {
    return journal().dropped();
  }

  @Override
  public long getErrors() {
    return engine.hooks().errors().internalErrors();
  }

  @Override
  public long getAwsAnswers() {
    AnswerCounts answers = journal().answersIfAny();
    return answers == null ? 0 : answers.answered();
  }

  @Override
  public long getAwsAnswersSeen() {
    AnswerCounts answers = journal().answersIfAny();
    return answers == null ? 0 : answers.seen();
  }

  @Override
  public long getAwsDisagreements() {
    AnswerCounts answers = journal().answersIfAny();
    return answers == null ? 0 : answers.disagreed();
  }

  @Override
  public Map<String, Long> getAwsVerdicts() {
    AnswerCounts answers = journal().answersIfAny();
    return answers == null ? Collections.<String, Long>emptyMap() : answers.byVerdict();
  }

  @Override
  public String getStatus() {
    return "{" + new StatusReport(engine).members() + "}";
  }

  private Policy policy() {
    return engine.activePolicy().judge().policy();
  }

  private Journal journal() {
    return engine.journal();
  }
}
