package dev.stockade.cli.jvm;

/** A JVM's main class or jar, without the program's arguments, which may hold secrets. */
public final class MainName {
  private MainName() {}

  /**
   * @param command system property {@code sun.java.command}; null when not known
   * @param fallback from the command line; may be empty
   */
  public static String of(String command, String fallback) {
    String main = command == null || command.isEmpty() ? fallback : command.split(" ", 2)[0];
    String file = main.endsWith(".jar") ? main.substring(main.lastIndexOf('/') + 1) : main;
    return file.isEmpty() ? "(unknown)" : printable(file);
  }

  private static String printable(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      text.append(Character.isISOControl(c) ? '?' : c);
    }
    return text.toString();
  }
}
