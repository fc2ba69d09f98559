package dev.stockade.engine.options;

import dev.stockade.base.JvmProperties;
import java.util.Map;
import java.util.Properties;

/** The kill switch, by which an operator keeps Stockade out of a JVM whatever else is asked for. */
public final class KillSwitch {
  private KillSwitch() {}

  /**
   * Says for people where it is on.
   *
   * @param property what the operator set as the system property of the mode; null for nothing
   * @param variable likewise as the variable
   * @return null where it is not on
   */
  public static String sentence(String property, String variable) {
    String where =
        Options.isOff(variable)
            ? Option.MODE.variable() + "=off in its environment"
            : Options.isOff(property) ? JvmProperties.MODE + "=off among its properties" : null;
    return where == null ? null : "the kill switch is on (" + where + "): start it without that";
  }

  /** The same of this JVM; while an engine runs, the property of the mode is that one's. */
  public static String sentence(Properties properties, Map<String, String> environment) {
    boolean runs = properties.getProperty(JvmProperties.VERSION) != null;
    return sentence(
        properties.getProperty(runs ? JvmProperties.GIVEN_MODE : JvmProperties.MODE),
        environment.get(Option.MODE.variable()));
  }
}
