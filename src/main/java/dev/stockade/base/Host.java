package dev.stockade.base;

import java.io.File;
import java.util.Properties;

/** The program that the JVM runs, as its system properties describe it. */
public final class Host {
  private static final int NEWEST_KNOWN = 27;

  /**
   * Main classes of the JDK that run what the user wrote: {@code java App.java}, jjs, jrunscript.
   */
  private static final String[] LAUNCHERS = {
    "com.sun.tools.javac.launcher.", "com.sun.tools.script.shell.", "jdk.nashorn.tools.",
  };

  /** What the main classes of the JDK's other tools begin with, before JDK 9. */
  private static final String[] TOOLS = {
    "sun.tools.",
    "sun.security.tools.",
    "sun.rmi.",
    "sun.applet.",
    "com.sun.tools.",
    "com.sun.javafx.tools.",
  };

  /** And what they begin with in a module. */
  private static final String[] PACKAGES = {"sun.", "com.sun.", "jdk."};

  /** Main classes of builds, the same for every module, or jars whose name is new in each build. */
  private static final String[] TEST_RUNNERS = {
    "surefirebooter", "org.apache.maven.surefire.booter.", "worker.org.gradle.process.",
  };

  private final String all;
  private final String command;
  private final String folder;
  private final String javaVersion;

  public Host(Properties properties) {
    this.javaVersion = properties.getProperty("java.specification.version", "");
    this.folder = properties.getProperty("user.dir", "");
    this.all = properties.getProperty("sun.java.command", "");
    int space = all.indexOf(' ');
    this.command = space < 0 ? all : all.substring(0, space);
  }

  /**
   * Whether this is a tool of the JDK, such as keytool or jcmd, that a JAVA_TOOL_OPTIONS meant for
   * a service has reached. Their main class lies in a JDK module, or before JDK 9 in a sun package.
   * A launcher that runs a program of the user from its source is none of them, nor is a jar in a
   * folder that is called like a module.
   */
  public boolean isJdkTool() {
    int slash = command.indexOf('/');
    String module = slash < 0 ? "" : command.substring(0, slash);
    String main = command.substring(slash + 1);
    boolean ofTheJdk =
        slash < 0
            ? startsWithOne(main, TOOLS)
            : (module.startsWith("jdk.") || module.startsWith("java."))
                && startsWithOne(main, PACKAGES)
                && !main.endsWith(".jar");
    return ofTheJdk && !isLauncher();
  }

  /** With its module where it has one. */
  public String mainClass() {
    return command;
  }

  private boolean isLauncher() {
    return startsWithOne(command.substring(command.indexOf('/') + 1), LAUNCHERS);
  }

  /**
   * Whether every update of this release has a JSSE with the choke points. JDK 8 has them from
   * 8u272 on only, and a future release may not have them.
   */
  public boolean hasKnownJsse() {
    for (int known = 9; known <= NEWEST_KNOWN; known++) {
      if (javaVersion.equals(String.valueOf(known))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The main class, the jar or source file without its folder, and in the tests of Maven and Gradle
   * the module's folder: a name that stays from start to start. "unknown" where the launcher does
   * not say.
   */
  public String service() {
    if (command.isEmpty()) {
      return "unknown";
    }
    if (isLauncher()) {
      return sourceFile();
    }
    String jar = jarOrClass();
    if (startsWithOne(nameOf(jar), TEST_RUNNERS)) {
      String module = moduleFolder();
      return module.isEmpty() ? "tests" : module;
    }
    // A main class may have a jar among its arguments.
    boolean isJar = jar.equals(command) ? jar.endsWith(".jar") : new File(jar).isFile();
    return isJar ? nameOf(jar) : command;
  }

  /** {@code jdk.compiler/…Main /home/me/App.java one two}; the path may have spaces. */
  private String sourceFile() {
    String rest = all.substring(command.length()).trim();
    int end = (rest + " ").indexOf(".java ");
    int space = rest.indexOf(' ');
    if (end >= 0) {
      return nameOf(rest.substring(0, end + ".java".length()));
    }
    return rest.isEmpty() ? command : nameOf(space < 0 ? rest : rest.substring(0, space));
  }

  /** A jar's path may have spaces, a main class has none. */
  private String jarOrClass() {
    int end = (all + " ").indexOf(".jar ");
    return end < 0 ? command : all.substring(0, end + ".jar".length());
  }

  /** Surefire's jar lies in MODULE/target/surefire; Gradle runs in the module's folder. */
  private String moduleFolder() {
    String path = jarOrClass().replace('\\', '/');
    int target = path.lastIndexOf("/target/surefire");
    return nameOf(target < 0 ? folder : path.substring(0, target));
  }

  private static String nameOf(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static boolean startsWithOne(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
