package dev.stockade.agent;

/**
 * Knows the starts at which nothing would be done: a tool of the JDK, such as keytool, that a
 * JAVA_TOOL_OPTIONS meant for a service has reached, and {@code mode=off}. Then nothing of the
 * engine is read, and no other option. The engine decides the same where it is asked: when the
 * operator wants to hear of it, and when it comes by attach.
 */
final class NeedlessStart {
  /** What the main classes of the JDK's tools begin with, before JDK 9. */
  private static final String[] TOOLS = {
    "sun.tools.",
    "sun.security.tools.",
    "sun.rmi.",
    "sun.applet.",
    "com.sun.tools.",
    "com.sun.javafx.tools.",
  };

  /** And in a module, whose name comes before. */
  private static final String[] PACKAGES = {"sun.", "com.sun.", "jdk."};

  /** Of them those that run what the user wrote: {@code java App.java}, jjs, jrunscript. */
  private static final String[] LAUNCHERS = {
    "com.sun.tools.javac.launcher.", "com.sun.tools.script.shell.", "jdk.nashorn.tools.",
  };

  private NeedlessStart() {}

  /** Whether it is one, as the agent's argument, properties and environment have it. */
  static boolean isOne(String argument) {
    if (argument != null && argument.contains("log=")) {
      return false;
    }
    try {
      return !isInfoWanted()
          && (isOff(argument)
              || isTool(System.getProperty("sun.java.command", ""))
              || "off".equals(System.getProperty("stockade.mode"))
              || "off".equals(System.getenv("STOCKADE_MODE")));
    } catch (SecurityException e) {
      // A security manager of the program: only the argument can be asked.
      return isOff(argument);
    }
  }

  /**
   * Whether a command begins with the main class of a tool of the JDK.
   *
   * @param command as the property sun.java.command has it
   */
  static boolean isTool(String command) {
    int space = command.indexOf(' ');
    String whole = space < 0 ? command : command.substring(0, space);
    int slash = whole.indexOf('/');
    String main = whole.substring(slash + 1);
    // A jar may lie in a folder that is called like a module.
    boolean ofTheJdk =
        slash < 0
            ? startsWithOne(main, TOOLS)
            : (whole.startsWith("jdk.") || whole.startsWith("java."))
                && startsWithOne(main, PACKAGES)
                && !main.endsWith(".jar");
    return ofTheJdk && !startsWithOne(main, LAUNCHERS);
  }

  private static boolean startsWithOne(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** At log=info the engine says that it does nothing, and why. */
  private static boolean isInfoWanted() {
    return System.getProperty("stockade.log") != null || System.getenv("STOCKADE_LOG") != null;
  }

  /** Of several modes the first counts, as in the engine. */
  private static boolean isOff(String argument) {
    if (argument == null) {
      return false;
    }
    int at = argument.indexOf("mode=");
    return at >= 0
        && (at == 0 || argument.charAt(at - 1) == ',')
        && (argument + ",").startsWith("mode=off,", at);
  }
}
