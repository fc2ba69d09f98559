package dev.stockade.apps;

import java.util.concurrent.Callable;
import javax.net.ssl.SSLSession;

/**
 * What a program says of one connection, as one line on standard output. Both the clients and the
 * servers speak through it, so that a test reads one grammar.
 */
final class Outcome {
  private Outcome() {}

  /** Runs one visit and prints {@code target ok detail} or {@code target failed class: message}. */
  static void report(String target, Callable<String> visit) {
    String line;
    try {
      line = target + " ok " + visit.call();
    } catch (Exception e) {
      line = target + " " + failed(e);
    }
    say(line.trim());
  }

  /** Runs one call and prints {@code name ok} or {@code name failed class: message > class: … }. */
  static void reportCauses(String name, Callable<?> call) {
    String line = name + " ok";
    try {
      call.call();
    } catch (Exception e) {
      StringBuilder text = new StringBuilder(name).append(" failed ").append(describe(e));
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        text.append(" > ").append(describe(cause));
      }
      line = text.toString();
    }
    say(line);
  }

  /** Prints whole lines at once and flushes, since a test waits for them on a pipe. */
  static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  static String session(SSLSession session) {
    return session.getProtocol() + " " + session.getCipherSuite();
  }

  /** Names the failure, and the root cause where that is another exception. */
  static String failed(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = "failed " + describe(failure);
    return root == failure ? text : text + " | cause " + describe(root);
  }

  private static String describe(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return failure.getClass().getName() + ": " + message.trim().replaceAll("\\s*\\R\\s*", " ");
  }
}
