package dev.stockade.base;

/**
 * Names of the properties by which a running engine and an attaching process know of each other: in
 * the system properties and, where no program reaches them, in the agent properties.
 */
public final class JvmProperties {
  /** What all of them start with, and each option as a system property. */
  public static final String PREFIX = "stockade.";

  /** The version of the engine that runs; absent when there is none. */
  public static final String VERSION = PREFIX + "version";

  /** The mode in force while an engine runs; else the option as the operator gave it. */
  public static final String MODE = PREFIX + "mode";

  /**
   * What the operator had set as the mode, absent if nothing: while engines follow one another the
   * property above is theirs, and the last one gives it back.
   */
  public static final String GIVEN_MODE = PREFIX + "mode.given";

  /** The answer to the last command. */
  public static final String REPLY = PREFIX + "reply";

  /** The newest findings, while a process wants to see them. */
  public static final String LIVE = PREFIX + "live";

  /** How the engine does, as JSON; in the agent properties of a JVM that is asked for them. */
  public static final String STATUS = PREFIX + "status";

  /**
   * A map of JRE types that all engines of a JVM share, one after the other; in the agent
   * properties alone, and no string, so that no process sees it.
   */
  public static final String SHARED = PREFIX + "shared";

  private JvmProperties() {}
}
