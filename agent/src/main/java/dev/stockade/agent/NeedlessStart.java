package dev.stockade.agent;

/**
 * Knows the starts at which nothing would be done: a tool of the JDK, such as keytool, that a
 * JAVA_TOOL_OPTIONS meant for a service has reached, and {@code mode=off}. Then nothing of the
 * engine is read, and no other option. The engine decides the same where it is asked: when the
 * operator wants to hear of it, and when it comes by attach.
 */
final class NeedlessStart {
  /** What the main classes of the JDK's tools begin with: modules, and before JDK 9 packages. */
  private static final String[] TOOLS = {
    "jdk.",
    "java.",
    "sun.tools.",
    "sun.security.tools.",
    "sun.rmi.",
    "sun.applet.",
    "com.sun.tools.",
    "com.sun.javafx.tools.",
  };

  /** Of them those that run what the user wrote: {@code java App.java}, jjs, jrunscript. */
  private static final String[] LAUNCHERS = {
    "com.sun.tools.javac.launcher.", "com.sun.tools.script.shell.", "jdk.nashorn.tools.",
  };

  private NeedlessStart() {}

  /** Whether it is one, as the agent's argument, properties and environment have it. */
  static boolean isOne(String argument) {
    try {
      return !isInfoWanted(argument)
          && (isTool(System.getProperty("sun.java.command", ""))
              || isOff(argument)
              || "off".equals(System.getProperty("stockade.mode"))
              || "off".equals(System.getenv("STOCKADE_MODE")));
    } catch (SecurityException e) {
      // A security manager of the program: the engine has its own ways.
      return false;
    }
  }

  /**
   * Whether a command begins with the main class of a tool of the JDK.
   *
   * @param command as the property sun.java.command has it
   */
  static boolean isTool(String command) {
    int space = command.indexOf(' ');
    String main = space < 0 ? command : command.substring(0, space);
    int slash = main.indexOf('/');
    for (int i = 0; i < TOOLS.length; i++) {
      // A program's own package may begin as a module of the JDK does; a module is named with one.
      if (main.startsWith(TOOLS[i]) && (i >= 2 || slash > 0)) {
        return !isLauncher(main.substring(slash + 1));
      }
    }
    return false;
  }

  private static boolean isLauncher(String main) {
    for (String launcher : LAUNCHERS) {
      if (main.startsWith(launcher)) {
        return true;
      }
    }
    return false;
  }

  /** At log=info the engine says that it does nothing, and why. */
  private static boolean isInfoWanted(String argument) {
    return (argument != null && argument.contains("log="))
        || System.getProperty("stockade.log") != null
        || System.getenv("STOCKADE_LOG") != null;
  }

  /** Of several modes the first counts, and the engine says so of the others. */
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
