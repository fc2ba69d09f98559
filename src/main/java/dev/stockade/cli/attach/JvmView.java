package dev.stockade.cli.attach;

import dev.stockade.cli.CommandFailure;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of {@code ps}: what can be told of a JVM without changing anything in it. */
final class JvmView {
  private final long pid;
  private final JvmArguments arguments;
  private final String obstacle;
  private final Map<String, String> properties;
  private final String prediction;

  private JvmView(
      long pid,
      JvmArguments arguments,
      String obstacle,
      Map<String, String> properties,
      String prediction) {
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
            Obstacles.toLoading(arguments),
            properties,
            Prediction.of(properties, own));
      } catch (CommandFailure e) {
        obstacle = e.getMessage().replaceFirst("^(JVM|process) " + pid + " ", "");
      }
    }
    return new JvmView(
        pid, arguments, obstacle, new LinkedHashMap<>(), "unknown: only the JVM can tell");
  }

  boolean isGone() {
    return obstacle != null
        && (obstacle.startsWith("does not exist") || obstacle.equals("has ended"));
  }

  String text() {
    String version = RunningEngine.version(properties);
    StringBuilder text = new StringBuilder();
    text.append(pid).append("  ").append(main());
    text.append("  JDK ").append(properties.getOrDefault("java.version", "unknown"));
    text.append(
        version == null ? "" : "  Stockade " + version + " " + RunningEngine.mode(properties));
    if (obstacle != null) {
      text.append("\n        not attachable: ").append(obstacle);
    }
    if (!arguments.agents().isEmpty()) {
      text.append("\n        agents: ").append(String.join(", ", arguments.agents()));
    }
    return text.append("\n        prediction: ").append(prediction).toString();
  }

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("pid", pid);
    members.put("main", main());
    members.put("java", properties.get("java.version"));
    members.put("attachable", obstacle == null);
    members.put("obstacle", obstacle);
    members.put("agents", arguments.agents());
    members.put("version", RunningEngine.version(properties));
    members.put("mode", RunningEngine.mode(properties));
    members.put("prediction", prediction);
    members.values().removeIf(value -> value == null);
    return members;
  }

  private String main() {
    return MainName.of(properties.get("sun.java.command"), arguments.main());
  }
}
