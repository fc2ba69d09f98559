package dev.stockade.engine.jmx;

/** {@code dev.stockade:type=Rule,name=…}: how far one rule is rolled out. */
public interface RuleMBean {
  String getId();

  /** The stage's label. */
  String getStage();

  /**
   * Puts the rule back to {@code audit} until the process ends.
   *
   * @throws IllegalArgumentException for any other stage: a JMX client must not be able to break
   *     the service by enforcing more
   */
  void setStage(String stage);
}
