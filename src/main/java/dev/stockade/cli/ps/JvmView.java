package dev.stockade.cli.ps;

import dev.stockade.cli.attach.OwnSuites;
import dev.stockade.cli.attach.Prediction;
import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.jvm.AttachObstacles;
import dev.stockade.cli.jvm.Jvm;
import dev.stockade.cli.jvm.JvmArguments;
import dev.stockade.cli.jvm.MainName;
import dev.stockade.cli.jvm.RunningEngine;
import dev.stockade.cli.jvm.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One line of {@code ps}: what can be learned of a JVM without changing anything in it. */
final class JvmView {
  private static final String IN = "        ";

  private final long pid;
  private final JvmArguments arguments;
  private final String obstacle;
  private final Map<String, String> properties;
  private final String prediction;

  /** Empty where no engine reports its status. */
  private final Map<String, Object> status;

  private JvmView(
      long pid,
      JvmArguments arguments,
      String obstacle,
      Map<String, String> properties,
      String prediction,
      Map<String, Object> status) {
    this.status = status == null ? new LinkedHashMap<>() : status;
    this.pid = pid;
    this.arguments = arguments;
    this.obstacle = obstacle;
    this.properties = properties;
    this.prediction = prediction;
  }

  static JvmView of(Targets targets, long pid, OwnSuites own) {
    JvmArguments arguments = targets.arguments(pid);
    String obstacle = targets.obstacle(pid);
    if (obstacle == null) {
      try (Jvm jvm = targets.open(pid)) {
        Map<String, String> properties = jvm.properties();
        arguments.with(jvm.agentProperties().get("sun.jvm.args"));
        return new JvmView(
            pid,
            arguments,
            AttachObstacles.toLoading(arguments),
            properties,
            Prediction.of(properties, own),
            RunningEngine.quietStatus(jvm));
      } catch (CommandFailure e) {
        obstacle = e.getMessage().replaceFirst("^(JVM|process) " + pid + " ", "");
      }
    }
    return new JvmView(
        pid, arguments, obstacle, new LinkedHashMap<>(), "unknown: only the JVM can tell", null);
  }

  boolean isGone() {
    return obstacle != null
        && (obstacle.startsWith("does not exist") || obstacle.equals("has ended"));
  }

  /** One line, and below it those that are set in. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    text.append(pid).append("  ").append(main());
    text.append("  JDK ").append(properties.getOrDefault("java.version", "unknown"));
    text.append(version() == null ? "" : "  Stockade " + version() + " " + mode());
    lines.add(text.toString());
    if (!status.isEmpty()) {
      lines.add(IN + EngineLine.of(status));
    }
    if (obstacle != null) {
      lines.add(IN + "not attachable: " + obstacle);
    }
    if (!arguments.agents().isEmpty()) {
      lines.add(IN + "agents: " + String.join(", ", arguments.agents()));
    }
    lines.add(IN + "prediction: " + prediction);
    return lines;
  }

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("pid", pid);
    members.put("main", main());
    members.put("java", properties.get("java.version"));
    members.put("attachable", obstacle == null);
    members.put("obstacle", obstacle);
    members.put("agents", arguments.agents());
    members.put("version", version());
    members.put("mode", RunningEngine.mode(properties));
    EngineLine.addTo(members, status);
    members.put("prediction", prediction);
    members.values().removeIf(value -> value == null);
    return members;
  }

  private String version() {
    return RunningEngine.version(properties);
  }

  /** While a kill file is there nothing is enforced, whatever the mode. */
  private String mode() {
    return status.get("killed") == null ? RunningEngine.mode(properties) : "killed";
  }

  private String main() {
    return MainName.of(properties.get("sun.java.command"), arguments.main());
  }
}
