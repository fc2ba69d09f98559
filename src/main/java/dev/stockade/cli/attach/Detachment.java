package dev.stockade.cli.attach;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.jvm.Jvm;
import dev.stockade.cli.jvm.RunningEngine;
import java.util.List;
import java.util.Map;

/** Takes Stockade out of a JVM, and proves it by what the JVM says afterwards. */
public final class Detachment {
  private final Jvm jvm;
  private final RunningEngine engine;
  private Map<String, Object> reply;

  public Detachment(Jvm jvm, RunningEngine engine) {
    this.jvm = jvm;
    this.engine = engine;
  }

  /**
   * @return a sentence that says so
   * @throws CommandFailure when something of Stockade is left
   */
  public String run() {
    reply = engine.ask("detach");
    List<?> still = list("stillWoven");
    if (!still.isEmpty()) {
      throw CommandFailure.failed(
          "JVM "
              + jvm.pid()
              + ": Stockade is off, but these classes keep its calls, which do nothing: "
              + names(still));
    }
    String version = RunningEngine.version(jvm.properties());
    if (version != null) {
      throw CommandFailure.failed(
          "JVM " + jvm.pid() + " still says that Stockade " + version + " runs in it");
    }
    return "JVM "
        + jvm.pid()
        + " runs without Stockade: "
        + list("unwoven").size()
        + " classes have their original code again, none is still woven"
        + (reply.get("remark") == null ? "" : "; " + reply.get("remark"));
  }

  /** The engine's answer; null before {@link #run}. */
  Map<String, Object> reply() {
    return reply;
  }

  private List<?> list(String name) {
    Object value = reply.get(name);
    if (!(value instanceof List)) {
      throw CommandFailure.failed(
          "JVM " + jvm.pid() + " does not say which classes are woven (no " + name + ")");
    }
    return (List<?>) value;
  }

  private static String names(List<?> classes) {
    return classes.toString().replaceAll("^\\[|]$", "");
  }
}
