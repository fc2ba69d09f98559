package dev.stockade.cli.attach;

import dev.stockade.cli.CommandFailure;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts this jar's engine into one JVM, or finds that it is there already. */
final class Attachment {
  private final Jvm jvm;
  private final String jar;
  private final String ownVersion;
  private final String before;
  private final String modeBefore;

  /**
   * @param jar path as the JVM sees it
   * @param ownVersion of this jar
   */
  Attachment(Jvm jvm, String jar, String ownVersion) {
    this.jvm = jvm;
    this.jar = jar;
    this.ownVersion = ownVersion;
    Map<String, String> properties = jvm.properties();
    before = RunningEngine.version(properties);
    modeBefore = RunningEngine.mode(properties);
  }

  boolean isActive() {
    return before != null;
  }

  /** Whether the options ask for what runs already: the same version and no option but its mode. */
  boolean isDone(Map<String, String> options) {
    return ownVersion.equals(before)
        && (options.isEmpty() || (options.size() == 1 && modeBefore.equals(options.get("mode"))));
  }

  /** What is going to be done, or was: a sentence without its subject. */
  String plan(Map<String, String> options) {
    if (isDone(options)) {
      return "already runs Stockade " + before + " in " + modeBefore + ": nothing to do";
    }
    String mode = options.getOrDefault("mode", "the default mode");
    if (before == null) {
      return "gets Stockade " + ownVersion + " in " + mode;
    }
    if (!options.containsKey("mode") && modeBefore != null) {
      mode = modeBefore; // Stays as it is.
    }
    return ownVersion.equals(before)
        ? "gets new options for Stockade "
            + before
            + ": "
            + modeBefore
            + (mode.equals(modeBefore) ? " stays" : " becomes " + mode)
        : "goes from Stockade "
            + before
            + " in "
            + modeBefore
            + " to "
            + ownVersion
            + " in "
            + mode;
  }

  /**
   * Loads the engine and looks whether it runs.
   *
   * @return its mode
   */
  String run(Map<String, String> options) {
    jvm.load(jar, AgentArgument.of(jar, options));
    Map<String, String> properties = jvm.properties();
    if (!ownVersion.equals(RunningEngine.version(properties))) {
      throw CommandFailure.failed(
          "JVM "
              + jvm.pid()
              + " took the agent but "
              + (before == null ? "Stockade is not active" : "Stockade " + before + " stays")
              + ": its stderr says why");
    }
    return RunningEngine.mode(properties);
  }

  Map<String, Object> members(String result, String mode) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("pid", jvm.pid());
    members.put("ok", true);
    members.put("result", result);
    members.put("version", ownVersion);
    members.put("mode", mode);
    if (before != null) {
      members.put("versionBefore", before);
      members.put("modeBefore", modeBefore);
    }
    return members;
  }

  String modeBefore() {
    return modeBefore;
  }
}
