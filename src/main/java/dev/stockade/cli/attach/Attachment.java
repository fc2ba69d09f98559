package dev.stockade.cli.attach;

import dev.stockade.base.Versions;
import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.jvm.AgentArgument;
import dev.stockade.cli.jvm.Jvm;
import dev.stockade.cli.jvm.Running;
import dev.stockade.cli.jvm.RunningEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Puts this jar's engine into one JVM, or finds that it is there already. */
final class Attachment {
  private final Jvm jvm;
  private final String jar;
  private final String ownVersion;
  private final Running before;
  private final AttachPlan plan;

  /**
   * @param jar path as the JVM sees it
   * @param ownVersion of this jar
   */
  Attachment(Jvm jvm, String jar, String ownVersion, Running before, AttachPlan plan) {
    this.jvm = jvm;
    this.jar = jar;
    this.ownVersion = ownVersion;
    this.before = before;
    this.plan = plan;
  }

  boolean isActive() {
    return before.version() != null;
  }

  /**
   * @throws CommandFailure when this jar is older than what runs
   */
  void checkVersion(boolean downgrade) {
    if (!downgrade && Versions.isOlder(ownVersion, before.version())) {
      throw CommandFailure.failed(
          "JVM " + jvm.pid() + ": " + Versions.refusal(ownVersion, before.version()));
    }
  }

  /**
   * An engine does not come up, or take over, while a kill file is there.
   *
   * @throws CommandFailure when there is one
   */
  void checkKilled() {
    if (before.killed() != null) {
      throw CommandFailure.failed(
          "JVM "
              + jvm.pid()
              + ": there is the kill file "
              + before.killed()
              + ", which switches Stockade off: remove it first; nothing was attached");
    }
  }

  /**
   * An engine does not come up where the kill switch is on.
   *
   * @param sentence about it; null where it is not
   * @throws CommandFailure when it is on
   */
  void checkKillSwitch(String sentence) {
    if (sentence != null) {
      throw CommandFailure.failed("JVM " + jvm.pid() + ": " + sentence + "; nothing was attached");
    }
  }

  /** Whether the options ask for what runs already. */
  boolean isDone() {
    return ownVersion.equals(before.version()) && plan.isEmpty();
  }

  /** What is going to be done, or was: a sentence without its subject. */
  String sentence() {
    ModeToBe mode = plan.mode();
    if (isDone()) {
      return "already runs Stockade "
          + before.version()
          + " in "
          + before.mode()
          + ": nothing to do";
    }
    if (!isActive()) {
      return "gets Stockade " + ownVersion + " in " + mode.mode() + mode.why();
    }
    String becomes =
        before.mode()
            + (mode.mode().equals(before.mode()) ? " stays" : " becomes " + mode.mode())
            + mode.why();
    return ownVersion.equals(before.version())
        ? "gets new options for Stockade " + before.version() + ": " + becomes
        : "goes from Stockade " + before.version() + " to " + ownVersion + ": " + becomes;
  }

  /** Lines for people: what changes, what continues, what cannot be known. */
  List<String> details() {
    List<String> lines = new ArrayList<>();
    plan.changes().forEach(change -> lines.add("  " + change));
    if (!plan.stays().isEmpty()) {
      lines.add("  goes on: " + String.join(", ", plan.stays()));
    }
    if (!plan.unknown().isEmpty()) {
      lines.add(
          "  Stockade "
              + before.version()
              + " does not tell: "
              + String.join(", ", plan.unknown())
              + "; name by --option what is wanted");
    }
    return lines;
  }

  /**
   * Loads the engine and checks that it runs.
   *
   * @return its mode
   */
  String run(Map<String, String> options) {
    String nonce = Long.toHexString(ThreadLocalRandom.current().nextLong());
    Map<String, String> all = new LinkedHashMap<>();
    all.put("attach.id", nonce);
    plan.words().forEach(all::put);
    all.putAll(options);
    jvm.load(jar, AgentArgument.of(jar, all));
    Map<String, String> properties = jvm.properties();
    String reply = RunningEngine.reply(jvm, nonce);
    String error = said(reply, "error");
    if (error != null) {
      throw CommandFailure.failed("JVM " + jvm.pid() + ": " + error);
    }
    String inactive = said(reply, "inactive");
    if (inactive != null) {
      throw CommandFailure.failed(
          "JVM " + jvm.pid() + ": Stockade is not active there: " + inactive);
    }
    if (!ownVersion.equals(RunningEngine.version(properties))) {
      throw CommandFailure.failed(
          "JVM "
              + jvm.pid()
              + " took the agent but "
              + (isActive() ? "Stockade " + before.version() + " stays" : "Stockade is not active")
              + ": its stderr says why");
    }
    return RunningEngine.mode(properties);
  }

  /** A sentence in the engine's answer; null when it does not say that, or nothing. */
  private static String said(String reply, String name) {
    try {
      Object said = reply == null ? null : JsonTree.object(reply).get(name);
      return said == null ? null : said.toString();
    } catch (IOException e) {
      return null;
    }
  }

  Map<String, Object> members(String result, String mode) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("pid", jvm.pid());
    members.put("ok", true);
    members.put("result", result);
    members.put("version", ownVersion);
    members.put("mode", mode);
    if (isActive()) {
      members.put("versionBefore", before.version());
      members.put("modeBefore", before.mode());
      members.put("changes", plan.changes());
      members.put("goesOn", plan.stays());
      members.put("unknown", plan.unknown());
    }
    return members;
  }

  String modeBefore() {
    return before.mode();
  }

  String modeToBe() {
    return plan.mode().mode();
  }
}
