package dev.stockade.cli.jvm;

import java.util.List;

/** Reasons why a process must not be attached to, found out without touching it. */
public final class AttachObstacles {
  static final String NO_DYNAMIC_LOADING =
      "refuses agents at run time (-XX:-EnableDynamicAgentLoading): restart it without that flag,"
          + " or with -javaagent:stockade.jar";

  static final String NO_ATTACHING =
      "refuses attaching (-XX:+DisableAttachMechanism, perhaps in JAVA_TOOL_OPTIONS): restart it"
          + " without that flag, or with -javaagent:stockade.jar";

  private AttachObstacles() {}

  /**
   * @param process null when there is none
   * @param jar path of stockade.jar, for the way out
   * @return a sentence without its subject; null when nothing is in the way
   */
  static String of(ProcessFacts process, ProcessFacts self, String jar) {
    if (process == null || process.isDead()) {
      return "does not exist: see the JVMs with java -jar stockade.jar ps";
    }
    if (process.user() != self.user()) {
      String name = process.userName();
      return "belongs to another user: sudo -u "
          + (name.startsWith("#") ? "'" + name + "'" : name)
          + " java -jar "
          + jar
          + " …";
    }
    if (!isJvm(process)) {
      return "is not a JVM: see the JVMs with java -jar stockade.jar ps";
    }
    if (process.group() != self.group()) {
      return "runs in another group, from which its JVM takes no orders: sudo -u "
          + process.userName()
          + " -g '#"
          + process.group()
          + "' java -jar "
          + jar
          + " …";
    }
    if (process.isStopped()) {
      return "is stopped by a signal or a debugger: let it go on (kill -CONT) and try again";
    }
    String flag = ofArguments(new JvmArguments(process.commandLine()));
    if (flag != null) {
      return flag;
    }
    return process.catchesQuit()
        ? null
        : "does not handle the signal that asks for its attach socket and would be killed by it"
            + " (-Xrs, or it has only just started): try again, or restart it with -javaagent";
  }

  /** As {@link #of}, by what the JVM was started with. */
  static String ofArguments(JvmArguments arguments) {
    return arguments.flag("DisableAttachMechanism", false) ? NO_ATTACHING : null;
  }

  /** As {@link #of}, for loading an agent; asking for properties is still allowed. */
  public static String toLoading(JvmArguments arguments) {
    return arguments.flag("EnableDynamicAgentLoading", true) ? null : NO_DYNAMIC_LOADING;
  }

  /** By what it has loaded, or by its name where that may not be seen. */
  static boolean isJvm(ProcessFacts process) {
    Boolean known = process.isJvm();
    List<String> words = process.commandLine();
    return known == null ? !words.isEmpty() && words.get(0).matches("(.*/)?java") : known;
  }
}
