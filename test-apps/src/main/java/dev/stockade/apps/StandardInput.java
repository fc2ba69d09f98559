package dev.stockade.apps;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * The tie to whoever started the program: the end of standard input ends a server, so that no child
 * outlives its test, and a line on it lets a waiting handshake begin.
 */
final class StandardInput {
  private static final Semaphore LINES = new Semaphore(0);

  private StandardInput() {}

  /** Announces a server's port and from then on ends the JVM when standard input ends. */
  static void ready(int port) {
    Thread reader =
        new Thread(
            () -> {
              while (readLine()) {
                LINES.release();
              }
              System.exit(0);
            },
            "standard-input");
    reader.setDaemon(true);
    reader.start();
    Outcome.say("ready " + port);
  }

  /** Used by a server after {@link #ready}: says so and waits for one line. */
  static void awaitLineInServer() {
    Outcome.say("ready 0");
    LINES.acquireUninterruptibly();
  }

  /** Used by a client: says so and waits for one line, or the end. */
  static void awaitLineInClient() {
    Outcome.say("ready 0");
    readLine();
  }

  private static boolean readLine() {
    try {
      int c = System.in.read();
      while (c >= 0 && c != '\n') {
        c = System.in.read();
      }
      return c >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
