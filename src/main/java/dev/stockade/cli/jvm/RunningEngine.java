package dev.stockade.cli.jvm;

import dev.stockade.base.JvmProperties;
import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.JsonTree;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Stockade in a target. It gets commands through the agent's argument and answers in a system
 * property, which crosses the borders of containers and needs no file and no port.
 */
public final class RunningEngine {
  /** Two commands at once: the answer to the first is gone before it was read. */
  private static final int TRIES = 10;

  private final Jvm jvm;
  private final String jar;

  /**
   * @param jar path as the JVM sees it
   */
  public RunningEngine(Jvm jvm, String jar) {
    this.jvm = jvm;
    this.jar = jar;
  }

  /** Null when Stockade is not active there. */
  public static String version(Map<String, String> properties) {
    return properties.get(JvmProperties.VERSION);
  }

  /** Null when Stockade is not active there. */
  public static String mode(Map<String, String> properties) {
    return version(properties) == null ? null : properties.get(JvmProperties.MODE);
  }

  /** Its status, without a trace in the target; null where no engine publishes one. */
  public static Map<String, Object> quietStatus(Jvm jvm) {
    String status = jvm.agentProperties().get(JvmProperties.STATUS);
    try {
      return status == null ? null : JsonTree.object(status);
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * The answer to one question, as JSON; null when there is none.
   *
   * @param nonce of the question
   */
  public static String reply(Jvm jvm, String nonce) {
    for (String reply : jvm.replies()) {
      if (reply.startsWith(nonce + " ")) {
        return reply.substring(nonce.length() + 1);
      }
    }
    return null;
  }

  public Map<String, Object> ask(String command) {
    return ask(command, Collections.<String, String>emptyMap());
  }

  /**
   * Sends the engine a command and waits for its answer.
   *
   * @return the answer, which says ok
   * @throws CommandFailure the engine's sentence when it does not say ok
   */
  public Map<String, Object> ask(String command, Map<String, String> details) {
    for (int i = 0; i < TRIES; i++) {
      // It cannot be guessed, so an answer to another's question is never taken for ours.
      String nonce = Long.toHexString(ThreadLocalRandom.current().nextLong());
      StringBuilder argument = new StringBuilder("jar=" + jar + ",command=" + command);
      argument.append(",id=").append(nonce);
      for (Map.Entry<String, String> detail : details.entrySet()) {
        argument.append(',').append(detail.getKey()).append('=').append(detail.getValue());
      }
      AgentArgument.check(jar, argument.toString());
      jvm.load(jar, argument.toString());
      String reply = reply(jvm, nonce);
      if (reply != null) {
        return answer(reply);
      }
      if (jvm.replies().isEmpty()) {
        break;
      }
    }
    throw CommandFailure.failed(
        "the Stockade in JVM "
            + jvm.pid()
            + " did not answer: it may be older than this jar, in which case attaching this jar"
            + " takes over from it");
  }

  private Map<String, Object> answer(String json) {
    try {
      Map<String, Object> answer = JsonTree.object(json);
      if (!Boolean.TRUE.equals(answer.get("ok"))) {
        throw CommandFailure.failed("JVM " + jvm.pid() + ": " + answer.get("error"));
      }
      return answer;
    } catch (IOException e) {
      throw CommandFailure.failed("the answer of JVM " + jvm.pid() + " is not JSON");
    }
  }
}
