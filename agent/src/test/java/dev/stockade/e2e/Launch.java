package dev.stockade.e2e;

/** How the agent gets into the JVM. */
enum Launch {
  JAVAAGENT,
  DYNAMIC
}
