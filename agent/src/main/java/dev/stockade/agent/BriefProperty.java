package dev.stockade.agent;

/** A system property that is there for ten seconds, for an attached process to read. */
final class BriefProperty implements Runnable {
  private static final long KEPT_MILLIS = 10_000;

  private final String name;
  private final String value;

  private BriefProperty(String name, String value) {
    this.name = name;
    this.value = value;
  }

  static void set(String name, String value) {
    System.setProperty(name, value);
    Thread thread = new Thread(new BriefProperty(name, value), "stockade-reply");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      Thread.sleep(KEPT_MILLIS);
    } catch (InterruptedException e) {
      // Then it is taken away earlier.
    }
    if (value.equals(System.getProperty(name))) {
      System.clearProperty(name);
    }
  }
}
