package dev.stockade.engine;

import dev.stockade.journal.JournalThreads;

/**
 * Answers to commands, left in a system property for the one who asked: an attached process reads
 * it across users' namespaces without a file or a socket. Taken away after a while.
 */
final class Replies implements Runnable {
  static final String PROPERTY = "stockade.reply";
  private static final long KEPT_MILLIS = 10_000;

  private final String reply;

  private Replies(String reply) {
    this.reply = reply;
  }

  /**
   * @param members of a JSON object, without its braces
   */
  static void give(String id, String members) {
    String reply = id + " {" + members + "}";
    System.setProperty(PROPERTY, reply);
    JournalThreads.start("stockade-reply", new Replies(reply));
  }

  @Override
  public void run() {
    try {
      Thread.sleep(KEPT_MILLIS);
    } catch (InterruptedException e) {
      // Then it is taken away earlier.
    }
    if (reply.equals(System.getProperty(PROPERTY))) {
      System.clearProperty(PROPERTY);
    }
  }
}
