package dev.stockade.engine.jmx;

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

  /** All that the command {@code status} shows, as JSON. */
  String getStatus();
}
