package dev.stockade.cli.attach;

import dev.stockade.cli.jvm.Running;
import java.util.Map;

/** The mode that a JVM is going to have, and who says so. */
final class ModeToBe {
  private final String mode;
  private final String why;

  private ModeToBe(String mode, String why) {
    this.mode = mode;
    this.why = why;
  }

  String mode() {
    return mode;
  }

  /** Such as {@code (the policy file says so)}; empty when that is plain. */
  String why() {
    return why;
  }

  /**
   * @param wanted what the command names
   * @param given what stands in the target's start line, properties and environment; null for none
   * @param file what the policy file says that is going to be in force; null for nothing
   */
  static ModeToBe of(Map<String, String> wanted, Running running, String given, String file) {
    if (wanted.containsKey("mode")) {
      return new ModeToBe(wanted.get("mode"), "");
    }
    if (running.version() == null) {
      return first(given, file);
    }
    String set = running.overrides().get("mode");
    if (set != null) {
      return new ModeToBe(set, " (it was set)");
    }
    boolean names = wanted.containsKey("policy");
    if (!running.handsOver()) {
      return names && file != null ? byFile(file) : new ModeToBe(running.mode(), "");
    }
    String source = running.sourceOf("mode");
    if (source == null || source.equals("kept") || (names && source.equals("attach"))) {
      boolean stays = source != null || names;
      return file != null
          ? byFile(file)
          : new ModeToBe(stays ? running.mode() : "audit", stays ? "" : " (the default)");
    }
    String stronger = file == null || file.equals(running.mode()) ? "" : " (the " + source;
    return new ModeToBe(
        running.given().get("mode"),
        stronger.isEmpty() ? "" : stronger + " says so, which is stronger than the policy file)");
  }

  /** No engine runs, or what it had does not go on. */
  static ModeToBe first(String given, String file) {
    if (given != null) {
      return new ModeToBe(given, " (as it was started with)");
    }
    return file != null ? byFile(file) : new ModeToBe("audit", "");
  }

  private static ModeToBe byFile(String file) {
    return new ModeToBe(file, " (the policy file says so)");
  }
}
