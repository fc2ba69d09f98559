package dev.stockade.e2e;

/** An agent that does nothing: what the JVM itself pays for having one. */
public final class EmptyAgent {
  private EmptyAgent() {}

  public static void premain(String argument) {}
}
