package dev.stockade.apps;

/** The smallest program, without TLS: what an agent costs those who have no use for it. */
public final class Hello {
  private Hello() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
