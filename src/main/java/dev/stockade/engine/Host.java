package dev.stockade.engine;

import java.util.Properties;

/** What the JVM tells about the program that it runs. */
final class Host {
  private static final int NEWEST_KNOWN = 27;

  private final String command;
  private final String javaVersion;

  Host(Properties properties) {
    this.javaVersion = properties.getProperty("java.specification.version", "");
    String all = properties.getProperty("sun.java.command", "");
    int space = all.indexOf(' ');
    this.command = space < 0 ? all : all.substring(0, space);
  }

  /**
   * Whether this is a tool of the JDK, such as keytool or jcmd, that a JAVA_TOOL_OPTIONS meant for
   * a service has reached. Their main class lies in a JDK module, or before JDK 9 in a sun package.
   */
  boolean isJdkTool() {
    int slash = command.indexOf('/');
    String module = slash < 0 ? "" : command.substring(0, slash);
    return module.startsWith("jdk.")
        || module.startsWith("java.")
        || command.startsWith("sun.tools.")
        || command.startsWith("sun.security.tools.")
        || command.startsWith("sun.rmi.")
        || command.startsWith("sun.applet.")
        || command.startsWith("com.sun.tools.")
        || command.startsWith("com.sun.javafx.tools.");
  }

  /**
   * Whether every update of this release has a JSSE with the choke points. JDK 8 has them from
   * 8u272 on only, and a release of tomorrow may not have them.
   */
  boolean hasKnownJsse() {
    try {
      return !javaVersion.startsWith("1.") && Integer.parseInt(javaVersion) <= NEWEST_KNOWN;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** The main class or the jar without its folder; "unknown" where the launcher does not say. */
  String service() {
    if (command.isEmpty()) {
      return "unknown";
    }
    return command.endsWith(".jar") ? command.substring(command.lastIndexOf('/') + 1) : command;
  }
}
