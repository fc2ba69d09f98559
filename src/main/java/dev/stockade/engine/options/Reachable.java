package dev.stockade.engine.options;

import java.io.File;

/** Checks whether a process can do with a path what an option wants of it. Touches no file. */
public final class Reachable {
  private static final String NOTHING = "; nothing was attached";

  private Reachable() {}

  /**
   * By the rights of the process that asks.
   *
   * @param option {@code policy}, {@code journal} or {@code kill-file}; of others all is well
   * @return one sentence, or null when all is well
   */
  public static String problem(String option, String path) {
    return problem(option, path, new File(path));
  }

  /**
   * @param path for the sentence
   * @param file where it is seen from here
   * @return one sentence, or null when all is well
   */
  public static String problem(String option, String path, File file) {
    switch (option) {
      case "policy":
        return sentence("the policy file", path, "be read", unreadable(file));
      case "journal":
        boolean word = path.equals("none") || path.equals("stderr");
        return word ? null : sentence("the journal", path, "be written", unwritable(file));
      case "kill-file":
        return sentence("the kill file", path, "be looked for", unwatchable(file));
      default:
        return null;
    }
  }

  private static String sentence(String what, String path, String verb, String why) {
    return why == null ? null : what + " " + path + " cannot " + verb + ": " + why + NOTHING;
  }

  private static String unreadable(File file) {
    if (!file.exists()) {
      return "there is no such file" + inSight(file);
    }
    if (!file.isFile()) {
      return file.isDirectory() ? "it is a folder" : "it is no regular file";
    }
    return file.canRead() ? null : "its permissions forbid it" + by();
  }

  private static String unwritable(File file) {
    if (file.isDirectory()) {
      return "it is a folder";
    }
    if (file.exists()) {
      return file.canWrite() ? null : "its permissions forbid it" + by();
    }
    File folder = file.getAbsoluteFile().getParentFile();
    while (folder != null && !folder.exists()) {
      folder = folder.getParentFile();
    }
    if (folder == null || !folder.isDirectory()) {
      return folder + " is no folder";
    }
    return folder.canWrite() && folder.canExecute()
        ? null
        : "the permissions of the folder " + folder + " forbid it" + by();
  }

  private static String unwatchable(File file) {
    if (file.isDirectory()) {
      return "it is a folder";
    }
    File folder = file.getAbsoluteFile().getParentFile();
    if (folder == null || !folder.isDirectory()) {
      return "there is no folder " + folder;
    }
    return folder.canExecute()
        ? null
        : "the permissions of the folder " + folder + " forbid it" + by();
  }

  /** A folder that hides its files, and a file that is not there, look alike. */
  private static String inSight(File file) {
    File folder = file.getAbsoluteFile().getParentFile();
    boolean hidden = folder != null && folder.isDirectory() && !folder.canExecute();
    return hidden ? " that " + System.getProperty("user.name") + " may see" : "";
  }

  private static String by() {
    return " (user " + System.getProperty("user.name") + ")";
  }
}
