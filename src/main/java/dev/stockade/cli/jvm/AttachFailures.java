package dev.stockade.cli.jvm;

import dev.stockade.cli.command.CommandFailure;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Puts what the attach API throws into one sentence with the way out. */
final class AttachFailures {
  private AttachFailures() {}

  /**
   * Whether the answer to loading is one that the JDK of this command cannot read, because the
   * target's JDK and this one are on different sides of JDK 8 and 9: what the target says
   * afterwards counts.
   */
  static boolean isUnreadableAnswer(Exception e) {
    String message = String.valueOf(e.getMessage());
    // From a JDK 8: the bare code 0. To a JDK 8: "return code: 0", where it expects a number.
    return e.getClass().getSimpleName().equals("AgentLoadException")
        ? message.equals("0") || message.endsWith(": 0")
        : e instanceof IOException && message.startsWith("Non-numeric value found");
  }

  static CommandFailure explain(long pid, Exception e) {
    return e instanceof CommandFailure
        ? (CommandFailure) e
        : CommandFailure.failed("JVM " + pid + " " + sentence(pid, e));
  }

  private static String sentence(long pid, Exception e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof TimeoutException) {
      return "does not answer: it hangs or was stopped; try again when it runs";
    }
    if (message.contains("ynamic agent loading is not enabled")) {
      return AttachObstacles.NO_DYNAMIC_LOADING;
    }
    if (message.contains("does not support the attach mechanism")) {
      return AttachObstacles.NO_ATTACHING;
    }
    if (message.contains("No such process")) {
      return "has ended";
    }
    if (message.contains("Connection refused") || message.contains("not secure")) {
      return "has a stale attach socket, left by another process with this id: remove "
          + socket(pid)
          + " and try again";
    }
    if (message.contains("socket file") || message.contains("not respond")) {
      return "does not open its attach socket: it hangs, or "
          + socket(pid)
          + " was deleted by a cleaner of /tmp or a stale .attach_pid"
          + pid
          + " of another user lies there; remove that, or restart it with -javaagent";
    }
    if (message.contains("not permitted") || message.contains("ermission denied")) {
      return "may not be attached to by this user: run this command as the user of that JVM";
    }
    switch (e.getClass().getSimpleName()) {
      case "AgentInitializationException":
        return "took the agent but could not start it: its stderr says why";
      case "AgentLoadException":
        return "cannot read the agent's jar: put stockade.jar where its user may read it"
            + " (the JVM says: "
            + message
            + ")";
      default:
        return "cannot be attached to: " + message;
    }
  }

  private static String socket(long pid) {
    return "/tmp/.java_pid" + pid;
  }
}
