package dev.stockade.apps;

/** Prints the names of its live threads. */
public final class Threads {
  private Threads() {}

  public static void main(String[] args) {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      System.out.println(thread.getName());
    }
  }
}
