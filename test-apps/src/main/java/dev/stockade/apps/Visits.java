package dev.stockade.apps;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The rounds of the socket and engine clients: each opens all its connections, waits if told to,
 * and only then begins the handshakes, so that something can happen in between.
 */
final class Visits {
  private Visits() {}

  /** Connects to a target without a handshake and returns the rest of the visit. */
  interface Opener {
    Callable<String> open(String host, int port) throws Exception;
  }

  static void run(AppOptions options, String[] targets, Opener opener) {
    for (int round = 0; round < options.repeat(); round++) {
      if (round > 0) {
        options.betweenRounds();
      }
      List<Callable<String>> opened = new ArrayList<>();
      for (String target : targets) {
        opened.add(open(target, opener));
      }
      if (options.takeWait()) {
        StandardInput.awaitLineInClient();
      }
      for (int i = 0; i < targets.length; i++) {
        Outcome.report(targets[i], opened.get(i));
      }
    }
  }

  private static Callable<String> open(String target, Opener opener) {
    try {
      int colon = target.lastIndexOf(':');
      return opener.open(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
    } catch (Exception e) {
      return () -> {
        throw e;
      };
    }
  }
}
