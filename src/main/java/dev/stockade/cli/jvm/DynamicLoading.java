package dev.stockade.cli.jvm;

import java.util.Map;

/** The warning of JEP 451 that JDK 21 and later print when an agent comes in at run time. */
final class DynamicLoading {
  private static final int FIRST_TO_WARN = 21;

  private DynamicLoading() {}

  /** A sentence about what the target is going to print; null when it prints nothing. */
  static String remark(long pid, Map<String, String> properties, JvmArguments arguments) {
    JavaVersion version = JavaVersion.of(properties.get("java.version"));
    return version == null
            || version.feature() < FIRST_TO_WARN
            || arguments.has("EnableDynamicAgentLoading")
        ? null
        : "info: JVM "
            + pid
            + " prints 4 lines of warning on its stderr, as every JDK from 21 on does when an agent"
            + " comes in at run time; -XX:+EnableDynamicAgentLoading at its start hides them";
  }
}
