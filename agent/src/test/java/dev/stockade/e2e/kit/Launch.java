package dev.stockade.e2e.kit;

/** How the agent gets into the JVM. */
public enum Launch {
  JAVAAGENT,
  DYNAMIC
}
