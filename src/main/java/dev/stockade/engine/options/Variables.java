package dev.stockade.engine.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Environment variables and system properties that start as Stockade's do, and are others'. */
final class Variables {
  /** What start scripts, images and builds call what they keep of a product. */
  private static final List<String> NOUNS =
      Arrays.asList(
          "AGENT",
          "ARGS",
          "BIN",
          "BUILD",
          "CHECKSUM",
          "CONF",
          "CONFIG",
          "DIR",
          "DIGEST",
          "DOWNLOAD",
          "ENABLED",
          "ENV",
          "HASH",
          "HOME",
          "HOST",
          "IMAGE",
          "JAR",
          "LIB",
          "OPTIONS",
          "OPTS",
          "PATH",
          "PREFIX",
          "RELEASE",
          "ROOT",
          "SHA256",
          "TAG",
          "URL",
          "USER",
          "VERSION");

  private Variables() {}

  /** The variable of a property such as {@code stockade.jar}. */
  static String of(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /**
   * Whether a variable is no option, and none was meant. A Kubernetes service called "stockade"
   * puts the first two into every container of its namespace.
   */
  static boolean isOthersVariable(String name) {
    return name.startsWith("STOCKADE_PORT")
        || name.startsWith("STOCKADE_SERVICE_")
        || isOfOthers(name);
  }

  /**
   * Whether this is no option, and none was meant: STOCKADE_JAR, STOCKADE_AGENT_HOME. What starts
   * with an option's name, such as STOCKADE_POLICY_PATH, was meant for us.
   */
  static boolean isOfOthers(String name) {
    for (Option option : Option.values()) {
      if (name.startsWith(option.variable())) {
        return false;
      }
    }
    return NOUNS.contains(name.substring(name.lastIndexOf('_') + 1));
  }
}
