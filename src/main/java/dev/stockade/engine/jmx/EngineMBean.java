package dev.stockade.engine.jmx;

import java.util.Map;

/** {@code dev.stockade:type=Engine}: how the engine is. */
public interface EngineMBean {
  String getVersion();

  /** The mode's label. */
  String getMode();

  String getProfile();

  long getHandshakes();

  long getFailed();

  long getBlocked();

  long getAwsRequests();

  long getViolations();

  /** Events that were lost. */
  long getDropped();

  /** Errors of Stockade's own; the host does not see them. */
  long getErrors();

  /** Answers of AWS whose requests were seen, or should have been. */
  long getAwsAnswers();

  /** Of these the ones to requests that were seen on their way. */
  long getAwsAnswersSeen();

  /** Answers that show a verdict of Stockade's to be wrong. */
  long getAwsDisagreements();

  /** How AWS answered, by verdict and answer, as {@code valid.accepted}. */
  Map<String, Long> getAwsVerdicts();

  /** All that the command {@code status} shows, as JSON. */
  String getStatus();
}
