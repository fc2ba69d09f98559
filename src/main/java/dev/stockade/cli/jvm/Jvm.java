package dev.stockade.cli.jvm;

import java.util.List;
import java.util.Map;

/** A running JVM to which the attach API is connected. */
public interface Jvm extends AutoCloseable {
  long pid();

  /** Its system properties as they are now, with Stockade's own from the agent properties. */
  Map<String, String> properties();

  /**
   * The answers that engines have left, the newest among them: one of an engine that is gone may
   * still stand among the agent properties, which an older engine does not know.
   */
  List<String> replies();

  /** {@code sun.jvm.args}, {@code sun.jvm.flags} and {@code sun.java.command}, as it sees them. */
  Map<String, String> agentProperties();

  /**
   * Loads the agent and waits until it has run.
   *
   * @param jar path as the JVM sees it
   */
  void load(String jar, String argument);

  @Override
  void close();
}
